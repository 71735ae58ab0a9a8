'use strict';
// node:async_hooks: stores that follow the flow of a program. The engine carries
// one value with every promise reaction, microtask, tick and timer; here it is
// an immutable Map from AsyncLocalStorage to store.

const check = require('internal/validators');
const { jobData } = binding;

function inFrame(frame, f, thisArg, args) {
  const old = jobData(frame);
  try {
    return Reflect.apply(f, thisArg, args);
  } finally {
    jobData(old);
  }
}

class AsyncLocalStorage {
  #enabled = true;
  static bind(fn) { return AsyncResource.bind(fn); }
  static snapshot() {
    const frame = jobData();
    return (f, ...args) => inFrame(frame, f, undefined, args);
  }
  disable() {
    this.#enabled = false;
    const frame = new Map(jobData());
    frame.delete(this);
    jobData(frame);
  }
  enterWith(store) {
    this.#enabled = true;
    jobData(new Map(jobData()).set(this, store));
  }
  run(store, callback, ...args) {
    this.#enabled = true;
    return inFrame(new Map(jobData()).set(this, store), callback, null, args);
  }
  exit(callback, ...args) {
    const frame = new Map(jobData());
    frame.delete(this);
    return inFrame(frame, callback, null, args);
  }
  getStore() { return this.#enabled ? jobData()?.get(this) : undefined; }
}

let lastId = 1;
const current = new AsyncLocalStorage();
const executionAsyncId = () => current.getStore()?.id ?? 1;
const triggerAsyncId = () => current.getStore()?.trigger ?? 0;

class AsyncResource {
  #frame;
  #id;
  #trigger;
  constructor(type, options = {}) {
    check.string(type, 'type');
    const trigger = typeof options === 'number' ? options : options.triggerAsyncId ?? executionAsyncId();
    if (!Number.isSafeInteger(trigger) || trigger < -1)
      check.fail(RangeError, 'ERR_INVALID_ASYNC_ID', `Invalid triggerAsyncId value: ${trigger}`);
    this.#id = ++lastId;
    this.#trigger = trigger;
    this.#frame = new Map(jobData()).set(current, { id: this.#id, trigger, resource: this });
  }
  runInAsyncScope(fn, thisArg, ...args) { return inFrame(this.#frame, fn, thisArg, args); }
  emitDestroy() { return this; }
  asyncId() { return this.#id; }
  triggerAsyncId() { return this.#trigger; }
  bind(fn, thisArg) {
    check.function(fn, 'fn');
    const resource = this;
    const bound = function(...args) { return resource.runInAsyncScope(fn, thisArg === undefined ? this : thisArg, ...args); };
    Object.defineProperties(bound, {
      length: { configurable: true, enumerable: false, value: fn.length, writable: false },
      asyncResource: { configurable: true, enumerable: true, value: this, writable: true },
    });
    return bound;
  }
  static bind(fn, type, thisArg) { return new AsyncResource(type || fn.name || 'bound-anonymous-fn').bind(fn, thisArg); }
}

// createHook gives an object that can be enabled; resources of the engine itself are not reported.
const createHook = () => ({ enable() { return this; }, disable() { return this; } });

module.exports = {
  AsyncLocalStorage, createHook, executionAsyncId, triggerAsyncId,
  executionAsyncResource: () => current.getStore()?.resource ?? {},
  asyncWrapProviders: Object.freeze({ __proto__: null }), AsyncResource,
};
