'use strict';
// node:timers/promises

const check = require('internal/validators');

function readOptions(options) {
  check.object(options, 'options');
  const { signal, ref = true } = options;
  require('internal/abort').validateSignal(signal, 'options.signal');
  check.boolean(ref, 'options.ref');
  return { signal, ref };
}

// wait makes the promise of a timer that start begins and stop ends.
function wait(start, stop, value, options) {
  let o;
  try {
    o = readOptions(options);
  } catch (e) {
    return Promise.reject(e);
  }
  const { signal, ref } = o;
  const { abortError } = require('internal/abort');
  if (signal?.aborted) return Promise.reject(abortError(signal));
  return new Promise((resolve, reject) => {
    const onAbort = () => {
      stop(timer);
      reject(abortError(signal));
    };
    const timer = start(() => {
      signal?.removeEventListener('abort', onAbort);
      resolve(value);
    });
    if (!ref) timer.unref?.();
    signal?.addEventListener('abort', onAbort, { once: true });
  });
}

function setTimeout(after, value, options = {}) {
  return wait((f) => globalThis.setTimeout(f, after), clearTimeout, value, options);
}

function setImmediate(value, options = {}) {
  return wait((f) => globalThis.setImmediate(f), clearImmediate, value, options);
}

async function* setInterval(after, value, options = {}) {
  const { signal, ref } = readOptions(options);
  const { abortError } = require('internal/abort');
  if (signal?.aborted) throw abortError(signal);
  let due = 0;
  let wake;
  const timer = globalThis.setInterval(() => { due++; wake?.(); }, after);
  if (!ref) timer.unref();
  const onAbort = () => wake?.();
  signal?.addEventListener('abort', onAbort, { once: true });
  try {
    while (!signal?.aborted) {
      if (due === 0) await new Promise((resolve) => { wake = resolve; });
      for (; due > 0; due--) yield value;
    }
    throw abortError(signal);
  } finally {
    clearInterval(timer);
    signal?.removeEventListener('abort', onAbort);
  }
}

const kScheduler = Symbol('kScheduler');
class Scheduler {
  constructor(token) { if (token !== kScheduler) throw check.make(TypeError, 'ERR_ILLEGAL_CONSTRUCTOR', 'Illegal constructor'); }
  yield() { return setImmediate(); }
  wait(delay, options) { return setTimeout(delay, undefined, options); }
}

module.exports = { setTimeout, setImmediate, setInterval, scheduler: new Scheduler(kScheduler) };
