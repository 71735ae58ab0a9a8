'use strict';
// node:perf_hooks
const start = process.hrtime.bigint();
exports.performance = {
  timeOrigin: Date.now(),
  now: () => Number(process.hrtime.bigint() - start) / 1e6,
  mark() {}, measure() {},
};
