'use strict';
// node:events

const check = require('internal/validators');
const kCapture = Symbol('kCapture');
const kShapeMode = Symbol('shapeMode');
// The module is loaded before there is a process object.
const theProcess = () => process ?? globalThis.process;
const kRejection = Symbol.for('nodejs.rejection');
const kErrorMonitor = Symbol('events.errorMonitor');

let defaultMaxListeners = 10;

function EventEmitter(opts) {
  EventEmitter.init.call(this, opts);
}
EventEmitter.prototype._events = undefined;
EventEmitter.prototype._eventsCount = 0;
EventEmitter.prototype._maxListeners = undefined;

EventEmitter.init = function(opts) {
  if (this._events === undefined || this._events === Object.getPrototypeOf(this)._events) {
    this._events = { __proto__: null };
    this._eventsCount = 0;
  }
  this._maxListeners = this._maxListeners || undefined;
  this[kShapeMode] = false;
  if (opts?.captureRejections) {
    check.boolean(opts.captureRejections, 'options.captureRejections');
    this[kCapture] = true;
  } else {
    this[kCapture] = EventEmitter.prototype[kCapture];
  }
};

const atLeast0 = (n, name) => {
  check.number(n, name);
  if (Number.isNaN(n) || n < 0) check.outOfRange(name, '>= 0', n);
};

Object.defineProperties(EventEmitter, {
  captureRejections: {
    get() { return EventEmitter.prototype[kCapture]; },
    set(value) {
      check.boolean(value, 'EventEmitter.captureRejections');
      EventEmitter.prototype[kCapture] = value;
    },
    configurable: true, enumerable: true,
  },
  defaultMaxListeners: {
    enumerable: true,
    get() { return defaultMaxListeners; },
    set(n) {
      check.number(n, 'defaultMaxListeners');
      if (Number.isNaN(n) || n < 0) check.outOfRange('defaultMaxListeners', '>= 0', n);
      defaultMaxListeners = n;
    },
  },
});
Object.defineProperty(EventEmitter.prototype, kCapture, { value: false, writable: true, enumerable: false });

const maxOf = (e) => e._maxListeners === undefined ? defaultMaxListeners : e._maxListeners;

function add(target, type, listener, prepend) {
  check.function(listener, 'listener');
  let events = target._events;
  if (events === undefined) {
    events = target._events = { __proto__: null };
    target._eventsCount = 0;
  } else if (events.newListener !== undefined) {
    target.emit('newListener', type, listener.listener ?? listener);
    events = target._events;
  }
  const existing = events[type];
  if (existing === undefined) {
    events[type] = listener;
    ++target._eventsCount;
  } else {
    const list = typeof existing === 'function' ? [existing] : existing.slice();
    if (existing.warned) list.warned = true;
    if (prepend) list.unshift(listener);
    else list.push(listener);
    events[type] = list;
    const m = maxOf(target);
    if (m > 0 && list.length > m && !list.warned) {
      list.warned = true;
      warn(target, type, list.length, m);
    }
  }
  return target;
}

function warn(target, type, count, max) {
  const { inspect } = require('util');
  const w = check.make(Error, '', `Possible EventEmitter memory leak detected. ${count} ${String(type)} listeners ` +
    `added to ${inspect(target, { depth: -1 })}. MaxListeners is ${max}. Use emitter.setMaxListeners() to increase limit`);
  w.name = 'MaxListenersExceededWarning';
  w.emitter = target;
  w.type = type;
  w.count = count;
  theProcess().emitWarning(w);
}

const listOf = (e, type) => {
  const l = e._events?.[type];
  return l === undefined ? [] : typeof l === 'function' ? [l] : l;
};

function captured(emitter, promise, type, args) {
  if (!emitter[kCapture]) return;
  try {
    const { then } = promise;
    if (typeof then === 'function')
      then.call(promise, undefined, (err) => { theProcess().nextTick(rejected, emitter, err, type, args); });
  } catch (err) {
    emitter.emit('error', err);
  }
}

function rejected(emitter, err, type, args) {
  if (typeof emitter[kRejection] === 'function') {
    emitter[kRejection](err, type, ...args);
    return;
  }
  const previous = emitter[kCapture];
  try {
    emitter[kCapture] = false;
    emitter.emit('error', err);
  } finally {
    emitter[kCapture] = previous;
  }
}

function methods(proto, list) {
  for (const name of Object.keys(list))
    Object.defineProperty(proto, name, { value: list[name], writable: true, configurable: true, enumerable: true });
}

methods(EventEmitter.prototype, {
  setMaxListeners(n) {
    atLeast0(n, 'setMaxListeners');
    this._maxListeners = n;
    return this;
  },
  getMaxListeners() { return maxOf(this); },
  emit(type, ...args) {
    const events = this._events;
    if (type === 'error') {
      if (events?.[kErrorMonitor] !== undefined) this.emit(kErrorMonitor, ...args);
      if (events?.error === undefined) {
        if (args[0] instanceof Error) require('internal/emitted').note(args[0], this, this.emit);
        throw unhandled(args[0]);
      }
    }
    const handler = events?.[type];
    if (handler === undefined) return false;
    if (typeof handler === 'function') {
      const result = Reflect.apply(handler, this, args);
      if (result !== undefined && result !== null) captured(this, result, type, args);
    } else {
      for (const f of handler.slice()) {
        const result = Reflect.apply(f, this, args);
        if (result !== undefined && result !== null) captured(this, result, type, args);
      }
    }
    return true;
  },
  addListener(type, listener) { return add(this, type, listener, false); },
  on(type, listener) { return add(this, type, listener, false); },
  prependListener(type, listener) { return add(this, type, listener, true); },
  once(type, listener) {
    check.function(listener, 'listener');
    this.on(type, onceWrap(this, type, listener));
    return this;
  },
  prependOnceListener(type, listener) {
    check.function(listener, 'listener');
    this.prependListener(type, onceWrap(this, type, listener));
    return this;
  },
  removeListener(type, listener) {
    check.function(listener, 'listener');
    const events = this._events;
    const list = events?.[type];
    if (list === undefined) return this;
    if (list === listener || list.listener === listener) {
      drop(this, type);
      if (events.removeListener) this.emit('removeListener', type, list.listener || listener);
    } else if (typeof list !== 'function') {
      const at = list.findLastIndex((f) => f === listener || f.listener === listener);
      if (at < 0) return this;
      const rest = list.toSpliced(at, 1);
      if (list.warned) rest.warned = true;
      events[type] = rest.length === 1 ? rest[0] : rest;
      if (events.removeListener !== undefined) this.emit('removeListener', type, listener);
    }
    return this;
  },
  off(type, listener) { return this.removeListener(type, listener); },
  removeAllListeners(type) {
    const events = this._events;
    if (events === undefined) return this;
    if (events.removeListener === undefined) {
      if (arguments.length === 0) {
        this._events = { __proto__: null };
        this._eventsCount = 0;
      } else if (events[type] !== undefined) {
        drop(this, type);
      }
      return this;
    }
    if (arguments.length === 0) {
      for (const key of Reflect.ownKeys(events)) if (key !== 'removeListener') this.removeAllListeners(key);
      this.removeAllListeners('removeListener');
      this._events = { __proto__: null };
      this._eventsCount = 0;
      return this;
    }
    for (const f of listOf(this, type).slice().reverse()) this.removeListener(type, f);
    return this;
  },
  listeners(type) { return listOf(this, type).map((f) => f.listener || f); },
  rawListeners(type) { return listOf(this, type).slice(); },
  listenerCount(type, listener) {
    const list = listOf(this, type);
    if (listener != null) return list.filter((f) => f === listener || f.listener === listener).length;
    return list.length;
  },
  eventNames() { return this._eventsCount > 0 ? Reflect.ownKeys(this._events) : []; },
});

function drop(target, type) {
  if (--target._eventsCount === 0) target._events = { __proto__: null };
  else delete target._events[type];
}

function unhandled(er) {
  if (er instanceof Error) return er;
  let shown;
  try {
    shown = require('util').inspect(er);
  } catch {
    shown = er;
  }
  const err = check.make(Error, 'ERR_UNHANDLED_ERROR', `Unhandled error. (${shown})`);
  err.context = er;
  return err;
}

function onceWrap(target, type, listener) {
  let fired = false;
  function wrapper(...args) {
    if (fired) return undefined;
    fired = true;
    target.removeListener(type, wrapper);
    return Reflect.apply(listener, target, args);
  }
  Object.defineProperty(wrapper, 'name', { value: 'bound onceWrapper' });
  wrapper.listener = listener;
  return wrapper;
}

// What waits for events is loaded when it is used: this file is part of start-up.
const wait = () => require('internal/events/wait');
async function once(emitter, name, options = {}) { return wait().once(emitter, name, options); }
function on(emitter, event, options = {}) { return wait().on(emitter, event, options); }
function addAbortListener(signal, listener) { return wait().addAbortListener(signal, listener); }

function getEventListeners(emitter, type) {
  if (typeof emitter.listeners === 'function') return emitter.listeners(type);
  const { targetState } = require('internal/event_target');
  if (targetState.is(emitter)) return (targetState(emitter).listeners.get(type) ?? []).map((r) => r.listener);
  check.typeError('emitter', 'an instance of EventEmitter or EventTarget', emitter);
}

function getMaxListeners(emitter) {
  if (typeof emitter?.getMaxListeners === 'function') return maxOf(emitter);
  const { targetState } = require('internal/event_target');
  if (targetState.is(emitter)) return targetState(emitter).max ?? defaultMaxListeners;
  check.typeError('emitter', 'an instance of EventEmitter or EventTarget', emitter);
}

function setMaxListeners(n = defaultMaxListeners, ...targets) {
  atLeast0(n, 'setMaxListeners');
  if (targets.length === 0) defaultMaxListeners = n;
  const { targetState } = require('internal/event_target');
  for (const t of targets) {
    if (targetState.is(t)) targetState(t).max = n;
    else if (typeof t.setMaxListeners === 'function') t.setMaxListeners(n);
    else check.typeError('eventTargets', 'an instance of EventEmitter or EventTarget', t);
  }
}

Object.assign(EventEmitter, {
  once, on, getEventListeners, getMaxListeners, EventEmitter, usingDomains: false, captureRejectionSymbol: kRejection,
  errorMonitor: kErrorMonitor, setMaxListeners, addAbortListener, init: EventEmitter.init,
  listenerCount: (emitter, type) => typeof emitter.listenerCount === 'function' ? emitter.listenerCount(type) : EventEmitter.prototype.listenerCount.call(emitter, type),
});

let asyncResourceClass;
Object.defineProperty(EventEmitter, 'EventEmitterAsyncResource', {
  enumerable: true, configurable: true,
  get() {
    const { AsyncResource } = require('async_hooks');
    return asyncResourceClass ??= class EventEmitterAsyncResource extends EventEmitter {
      #resource;
      constructor(options) {
        super(typeof options === 'string' ? undefined : options);
        this.#resource = new AsyncResource(typeof options === 'string' ? options : options?.name ?? new.target.name);
      }
      emit(...args) { return this.#resource.runInAsyncScope(super.emit, this, ...args); }
      emitDestroy() { this.#resource.emitDestroy(); }
      get asyncId() { return this.#resource.asyncId(); }
      get triggerAsyncId() { return this.#resource.triggerAsyncId(); }
      get asyncResource() { return this.#resource; }
    };
  },
});

module.exports = EventEmitter;
