'use strict';
// node:worker_threads: the channels, for the one thread there is.

const { MessageChannel, MessagePort, BroadcastChannel, receiveMessageOnPort } = require('internal/messaging');
const check = require('internal/validators');
const environment = new Map();

class Worker {
  constructor() { check.fail(Error, 'ERR_FEATURE_UNAVAILABLE_ON_PLATFORM', 'Worker threads are not available in this host'); }
}

module.exports = {
  isMainThread: true, MessagePort, MessageChannel, receiveMessageOnPort, BroadcastChannel, Worker,
  parentPort: null, workerData: null, threadId: 0, resourceLimits: {}, SHARE_ENV: Symbol.for('nodejs.worker_threads.SHARE_ENV'),
  markAsUntransferable() {},
  moveMessagePortToContext: (port) => port,
  getEnvironmentData: (key) => environment.get(key),
  setEnvironmentData(key, value) { if (value === undefined) environment.delete(key); else environment.set(key, value); },
};
