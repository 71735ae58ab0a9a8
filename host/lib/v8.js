'use strict';
// node:v8: what has a meaning without V8.

function getHeapStatistics() {
  const { rss, heapTotal, heapUsed, external } = process.memoryUsage();
  return {
    total_heap_size: heapTotal, total_heap_size_executable: 0, total_physical_size: rss, total_available_size: 2 ** 32, used_heap_size: heapUsed,
    heap_size_limit: 2 ** 32, malloced_memory: 0, peak_malloced_memory: 0, does_zap_garbage: 0, number_of_native_contexts: 1,
    number_of_detached_contexts: 0, total_global_handles_size: 0, used_global_handles_size: 0, external_memory: external,
  };
}

module.exports = {
  serialize: (value) => require('internal/v8/serdes').serialize(value),
  deserialize: (buffer) => require('internal/v8/serdes').deserialize(buffer),
  getHeapStatistics, getHeapSpaceStatistics: () => [], getHeapCodeStatistics: () => ({}), cachedDataVersionTag: () => 0, setFlagsFromString() {},
  setHeapSnapshotNearHeapLimit() {}, startupSnapshot: { isBuildingSnapshot: () => false, addSerializeCallback() {}, addDeserializeCallback() {}, setDeserializeMainFunction() {} },
};
