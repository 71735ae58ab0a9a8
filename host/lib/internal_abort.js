'use strict';
// AbortController and AbortSignal.

const check = require('internal/validators');
const { DOMException } = require('internal/dom_exception');
const { EventTarget, Event, defineHandler, enumerable, tag, invalidThis, kTrusted } = require('internal/event_target');
const inspectCustom = Symbol.for('nodejs.util.inspect.custom');
const kCreate = Symbol('kCreate');

let make, stateOf, isSignal;

class AbortSignal extends EventTarget {
  #state = { aborted: false, reason: undefined, dependents: undefined };
  static {
    stateOf = (s) => { if (!isSignal(s)) throw invalidThis('AbortSignal'); return s.#state; };
    isSignal = (s) => s !== null && typeof s === 'object' && #state in s;
    make = () => new AbortSignal(kCreate);
  }
  constructor(token) {
    if (token !== kCreate) throw check.make(TypeError, 'ERR_ILLEGAL_CONSTRUCTOR', 'Illegal constructor');
    super();
  }
  get aborted() { return stateOf(this).aborted; }
  get reason() { return stateOf(this).reason; }
  throwIfAborted() {
    const s = stateOf(this);
    if (s.aborted) throw s.reason;
  }
  [inspectCustom](depth, options, inspect) {
    return shown(this, { aborted: this.aborted }, depth, options, inspect);
  }
  static abort(reason = new DOMException('This operation was aborted', 'AbortError')) {
    const signal = make();
    abort(signal, reason);
    return signal;
  }
  static timeout(delay) {
    check.uint32(delay, 'delay', false);
    const signal = make();
    setTimeout(() => abort(signal, new DOMException('The operation was aborted due to timeout', 'TimeoutError')), delay).unref();
    return signal;
  }
  static any(signals) {
    if (signals === null || typeof signals !== 'object' || typeof signals[Symbol.iterator] !== 'function') check.array(signals, 'signals');
    signals = [...signals];
    signals.forEach((s, i) => { if (!isSignal(s)) check.typeError(`signals[${i}]`, 'an instance of AbortSignal', s); });
    const result = make();
    const done = signals.find((s) => s.aborted);
    if (done) {
      stateOf(result).aborted = true;
      stateOf(result).reason = done.reason;
      return result;
    }
    for (const s of signals) (stateOf(s).dependents ??= new Set()).add(result);
    return result;
  }
}
enumerable(AbortSignal.prototype, ['aborted', 'reason', 'throwIfAborted']);
tag(AbortSignal.prototype, 'AbortSignal');
defineHandler(AbortSignal.prototype, 'abort');

function abort(signal, reason) {
  const all = [];
  const mark = (s) => {
    const state = stateOf(s);
    if (state.aborted) return;
    state.aborted = true;
    state.reason = reason;
    all.push(s);
    state.dependents?.forEach(mark);
  };
  mark(signal);
  for (const s of all) s.dispatchEvent(new Event('abort', { [kTrusted]: true }));
}

function shown(o, parts, depth, options, inspect) {
  const name = o.constructor.name;
  if (depth < 0) return name;
  return `${name} ${inspect(parts, { ...options, depth: Number.isInteger(options.depth) ? options.depth - 1 : options.depth })}`;
}

let controllerSignal;
class AbortController {
  #signal;
  static { controllerSignal = (c) => { if (c === null || typeof c !== 'object' || !(#signal in c)) throw invalidThis('AbortController'); return c.#signal ??= make(); }; }
  get signal() { return controllerSignal(this); }
  abort(reason = new DOMException('This operation was aborted', 'AbortError')) { abort(controllerSignal(this), reason); }
  [inspectCustom](depth, options, inspect) { return shown(this, { signal: this.signal }, depth, options, inspect); }
}
enumerable(AbortController.prototype, ['signal', 'abort']);
tag(AbortController.prototype, 'AbortController');

function validateSignal(signal, name) {
  if (signal !== undefined && (signal === null || typeof signal !== 'object' || !('aborted' in signal)))
    check.typeError(name, 'an instance of AbortSignal', signal);
}

// AbortError is what functions of Node throw when their signal is aborted.
class AbortError extends Error {
  constructor(message = 'The operation was aborted', options) {
    super(message, options);
    this.code = 'ABORT_ERR';
    this.name = 'AbortError';
  }
}
const abortError = (signal) => new AbortError(undefined, { cause: signal.reason });

module.exports = { AbortController, AbortSignal, validateSignal, isSignal, AbortError, abortError };
