'use strict';
// node:events

function EventEmitter(opts) {
  EventEmitter.init.call(this, opts);
}
EventEmitter.prototype._events = undefined;
EventEmitter.prototype._eventsCount = 0;
EventEmitter.prototype._maxListeners = undefined;

EventEmitter.init = function() {
  if (this._events === undefined || this._events === Object.getPrototypeOf(this)._events) {
    this._events = { __proto__: null };
    this._eventsCount = 0;
  }
  this._maxListeners = this._maxListeners || undefined;
};

let defaultMaxListeners = 10;
Object.defineProperty(EventEmitter, 'defaultMaxListeners', {
  enumerable: true,
  get() { return defaultMaxListeners; },
  set(n) { defaultMaxListeners = n; },
});

function checkListener(listener) {
  if (typeof listener !== 'function') {
    const received = listener === null || listener === undefined ? ` Received ${listener}` : ` Received type ${typeof listener}`;
    const e = new TypeError(`The "listener" argument must be of type function.${received}`);
    e.code = 'ERR_INVALID_ARG_TYPE';
    throw e;
  }
}

function add(target, type, listener, prepend) {
  checkListener(listener);
  let events = target._events;
  if (events === undefined) {
    events = target._events = { __proto__: null };
    target._eventsCount = 0;
  } else if (events.newListener !== undefined) {
    target.emit('newListener', type, listener.listener ?? listener);
    events = target._events;
  }
  const list = events[type];
  if (list === undefined) {
    events[type] = [listener];
    target._eventsCount++;
  } else if (prepend) {
    list.unshift(listener);
  } else {
    list.push(listener);
  }
  if (target === process && type === 'SIGINT' && process._sigint === undefined)
    Object.defineProperty(process, '_sigint', { value: process._watchSigint(), configurable: true });
  return target;
}

function methods(proto, list) {
  for (const name of Object.keys(list))
    Object.defineProperty(proto, name, { value: list[name], writable: true, configurable: true, enumerable: true });
}

methods(EventEmitter.prototype, {
  setMaxListeners(n) { this._maxListeners = n; return this; },
  getMaxListeners() { return this._maxListeners ?? defaultMaxListeners; },
  emit(type, ...args) {
    const events = this._events;
    const list = events === undefined ? undefined : events[type];
    if (list === undefined) {
      if (type !== 'error') return false;
      const er = args[0];
      if (er instanceof Error) throw er;
      const err = new Error(`Unhandled error. (${typeof er === 'string' ? `'${er}'` : String(er)})`);
      err.code = 'ERR_UNHANDLED_ERROR';
      err.context = er;
      throw err;
    }
    for (const f of list.slice()) Reflect.apply(f, this, args);
    return true;
  },
  addListener(type, listener) { return add(this, type, listener, false); },
  on(type, listener) { return add(this, type, listener, false); },
  prependListener(type, listener) { return add(this, type, listener, true); },
  once(type, listener) {
    checkListener(listener);
    return this.on(type, onceWrap(this, type, listener));
  },
  prependOnceListener(type, listener) {
    checkListener(listener);
    return this.prependListener(type, onceWrap(this, type, listener));
  },
  removeListener(type, listener) {
    checkListener(listener);
    const events = this._events;
    const list = events === undefined ? undefined : events[type];
    if (list === undefined) return this;
    for (let i = list.length - 1; i >= 0; i--) {
      if (list[i] !== listener && list[i].listener !== listener) continue;
      if (list.length === 1) {
        this._eventsCount--;
        delete events[type];
      } else {
        events[type] = list.slice(0, i).concat(list.slice(i + 1));
      }
      if (this === process && type === 'SIGINT' && events[type] === undefined && process._sigint) {
        process._sigint();
        delete process._sigint;
      }
      if (events.removeListener !== undefined) this.emit('removeListener', type, listener);
      break;
    }
    return this;
  },
  off(type, listener) { return this.removeListener(type, listener); },
  removeAllListeners(type) {
    const events = this._events;
    if (events === undefined) return this;
    const types = type === undefined ? Reflect.ownKeys(events) : [type];
    for (const t of types)
      for (const f of (events[t] ?? []).slice().reverse()) this.removeListener(t, f);
    return this;
  },
  listeners(type) { return (this._events?.[type] ?? []).map((f) => f.listener ?? f); },
  rawListeners(type) { return (this._events?.[type] ?? []).slice(); },
  listenerCount(type) { return this._events?.[type]?.length ?? 0; },
  eventNames() { return this._eventsCount > 0 ? Reflect.ownKeys(this._events) : []; },
});

function onceWrap(target, type, listener) {
  let fired = false;
  function wrapper(...args) {
    if (fired) return undefined;
    fired = true;
    target.removeListener(type, wrapper);
    return Reflect.apply(listener, target, args);
  }
  wrapper.listener = listener;
  return wrapper;
}

EventEmitter.once = function once(emitter, name) {
  return new Promise((resolve, reject) => {
    const onError = (err) => { emitter.removeListener(name, onEvent); reject(err); };
    const onEvent = (...args) => { emitter.removeListener('error', onError); resolve(args); };
    emitter.once(name, onEvent);
    if (name !== 'error') emitter.once('error', onError);
  });
};
EventEmitter.listenerCount = (emitter, type) => emitter.listenerCount(type);
EventEmitter.EventEmitter = EventEmitter;
EventEmitter.errorMonitor = Symbol('events.errorMonitor');

module.exports = EventEmitter;
