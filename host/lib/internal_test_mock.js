'use strict';
// The mocks of node:test: functions that remember their calls.

const check = require('internal/validators');

class MockFunctionContext {
  #calls = [];
  #implementation;
  #original;
  #once = new Map();
  #restore;
  #times;

  constructor(original, implementation, restore, times = Infinity) {
    this.#original = original;
    this.#implementation = implementation;
    this.#restore = restore;
    this.#times = times;
  }
  get calls() { return this.#calls.slice(); }
  callCount() { return this.#calls.length; }
  mockImplementation(f) {
    check.function(f, 'implementation');
    this.#implementation = f;
  }
  mockImplementationOnce(f, onCall = this.#calls.length) {
    check.function(f, 'implementation');
    check.integer(onCall, 'onCall', this.#calls.length, Number.MAX_SAFE_INTEGER);
    this.#once.set(onCall, f);
  }
  resetCalls() { this.#calls = []; }
  restore() {
    this.#restore?.();
    this.#implementation = this.#original;
    this.#once.clear();
  }
  static next(context) {
    const n = context.#calls.length;
    const once = context.#once.get(n);
    context.#once.delete(n);
    if (once) return once;
    return n < context.#times ? context.#implementation : context.#original;
  }
  static add(context, call) { context.#calls.push(call); }
}

class MockTracker {
  #contexts = [];

  fn(original = function() {}, implementation = original, options = {}) {
    if (implementation !== null && typeof implementation === 'object') [options, implementation] = [implementation, original];
    if (original !== null && typeof original === 'object') [options, original, implementation] = [original, function() {}, function() {}];
    check.function(original, 'original');
    check.function(implementation, 'implementation');
    return this.#make(original, implementation, options.times, undefined);
  }
  method(object, name, implementation, options = {}) {
    if (implementation !== null && typeof implementation === 'object') [options, implementation] = [implementation, undefined];
    const { getter = false, setter = false, times } = options;
    let owner = object;
    while (owner !== null && !Object.hasOwn(owner, name)) owner = Object.getPrototypeOf(owner);
    const descriptor = owner === null ? undefined : Object.getOwnPropertyDescriptor(owner, name);
    const part = getter ? 'get' : setter ? 'set' : 'value';
    const original = descriptor?.[part];
    if (typeof original !== 'function') check.argumentValue('methodName', original, 'must be a method');
    const own = Object.hasOwn(object, name);
    const mocked = this.#make(original, implementation ?? original, times, () => {
      if (own) Object.defineProperty(object, name, descriptor);
      else delete object[name];
    });
    Object.defineProperty(object, name, { ...descriptor, [part]: mocked, configurable: true });
    return mocked;
  }
  getter(object, name, implementation, options) { return this.method(object, name, implementation, { ...options, getter: true }); }
  setter(object, name, implementation, options) { return this.method(object, name, implementation, { ...options, setter: true }); }
  reset() {
    this.restoreAll();
    this.#contexts = [];
  }
  restoreAll() { for (const c of this.#contexts.toReversed()) c.restore(); }

  #make(original, implementation, times, restore) {
    const context = new MockFunctionContext(original, implementation, restore, times);
    this.#contexts.push(context);
    const track = (receiver, args, target) => {
      const f = MockFunctionContext.next(context);
      const call = { arguments: args, error: undefined, result: undefined, stack: new Error(), target, this: receiver };
      try {
        call.result = target ? Reflect.construct(f, args, target) : Reflect.apply(f, receiver, args);
        if (target) call.this = call.result;
      } catch (e) {
        call.error = e;
        throw e;
      } finally {
        MockFunctionContext.add(context, call);
      }
      return call.result;
    };
    return new Proxy(original, {
      apply: (_, receiver, args) => track(receiver, args, undefined),
      construct: (_, args, target) => track(undefined, args, target),
      get: (f, key, receiver) => key === 'mock' ? context : Reflect.get(f, key, receiver),
    });
  }
}

module.exports = { MockTracker, mocks: new MockTracker() };
