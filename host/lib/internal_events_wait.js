'use strict';
// The functions of node:events that wait: once, on, addAbortListener.

const check = require('internal/validators');

const isTarget = (v) => typeof v?.addEventListener === 'function';
const abortError = (signal) => require('internal/abort').abortError(signal);

async function once(emitter, name, options = {}) {
  check.object(options, 'options');
  const signal = options?.signal;
  require('internal/abort').validateSignal(signal, 'options.signal');
  if (signal?.aborted) throw abortError(signal);
  return new Promise((resolve, reject) => {
    const onError = (err) => {
      emitter.removeListener(name, onEvent);
      if (signal != null) signal.removeEventListener('abort', onAbort);
      reject(err);
    };
    const onEvent = (...args) => {
      if (typeof emitter.removeListener === 'function') emitter.removeListener('error', onError);
      if (signal != null) signal.removeEventListener('abort', onAbort);
      resolve(args);
    };
    subscribe(emitter, name, onEvent, { once: true });
    if (name !== 'error' && typeof emitter.once === 'function') emitter.once('error', onError);
    const onAbort = () => {
      unsubscribe(emitter, name, onEvent);
      unsubscribe(emitter, 'error', onError);
      reject(abortError(signal));
    };
    if (signal != null) signal.addEventListener('abort', onAbort, { once: true });
  });
}

function subscribe(emitter, name, listener, flags) {
  if (typeof emitter.on === 'function') {
    if (flags?.once) emitter.once(name, listener);
    else emitter.on(name, listener);
  } else if (isTarget(emitter)) {
    emitter.addEventListener(name, listener, flags);
  } else {
    check.typeError('emitter', 'an instance of EventEmitter', emitter);
  }
}

function unsubscribe(emitter, name, listener) {
  if (typeof emitter.removeListener === 'function') emitter.removeListener(name, listener);
  else if (isTarget(emitter)) emitter.removeEventListener(name, listener);
  else check.typeError('emitter', 'an instance of EventEmitter', emitter);
}

function on(emitter, event, options = {}) {
  check.object(options, 'options');
  const { signal } = options;
  require('internal/abort').validateSignal(signal, 'options.signal');
  if (signal?.aborted) throw abortError(signal);
  const ready = [];
  const waiting = [];
  let error = null;
  let finished = false;
  const onEvent = (...args) => {
    if (waiting.length > 0) waiting.shift().resolve({ value: args, done: false });
    else ready.push(args);
  };
  const onError = (err) => {
    if (waiting.length > 0) waiting.shift().reject(err);
    else error = err;
    iterator.return();
  };
  const onAbort = () => onError(abortError(signal));
  const close = () => iterator.return();
  const AsyncIteratorPrototype = Object.getPrototypeOf(Object.getPrototypeOf(async function* () {}).prototype);
  const iterator = Object.setPrototypeOf({
    next() {
      if (ready.length > 0) return Promise.resolve({ value: ready.shift(), done: false });
      if (error) {
        const p = Promise.reject(error);
        error = null;
        return p;
      }
      if (finished) return Promise.resolve({ value: undefined, done: true });
      return new Promise((resolve, reject) => waiting.push({ resolve, reject }));
    },
    return() {
      unsubscribe(emitter, event, onEvent);
      if (!isTarget(emitter)) unsubscribe(emitter, 'error', onError);
      for (const c of options.close ?? []) unsubscribe(emitter, c, close);
      if (signal) signal.removeEventListener('abort', onAbort);
      finished = true;
      for (const w of waiting.splice(0)) w.resolve({ value: undefined, done: true });
      return Promise.resolve({ value: undefined, done: true });
    },
    throw(err) {
      if (!err || !(err instanceof Error)) check.typeError('EventEmitter.AsyncIterator', 'an instance of Error', err);
      onError(err);
    },
    [Symbol.asyncIterator]() { return this; },
  }, AsyncIteratorPrototype);
  subscribe(emitter, event, onEvent);
  if (event !== 'error' && typeof emitter.on === 'function') emitter.on('error', onError);
  for (const c of options.close ?? []) subscribe(emitter, c, close);
  if (signal) signal.addEventListener('abort', onAbort, { once: true });
  return iterator;
}

function addAbortListener(signal, listener) {
  if (signal === undefined) check.typeError('signal', 'an instance of AbortSignal', signal);
  require('internal/abort').validateSignal(signal, 'signal');
  check.function(listener, 'listener');
  let remove;
  if (signal.aborted) {
    queueMicrotask(() => listener());
  } else {
    signal.addEventListener('abort', listener, { once: true });
    remove = () => signal.removeEventListener('abort', listener);
  }
  return { __proto__: null, [Symbol.dispose]() { remove?.(); } };
}

module.exports = { once, on, addAbortListener };
