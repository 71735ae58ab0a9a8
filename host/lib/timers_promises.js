'use strict';
// node:timers/promises
exports.setTimeout = (ms, value) => new Promise((resolve) => { setTimeout(resolve, ms, value); });
exports.setImmediate = (value) => new Promise((resolve) => { setImmediate(resolve, value); });
