'use strict';
// Event, CustomEvent and EventTarget.

const check = require('internal/validators');
const inspectCustom = Symbol.for('nodejs.util.inspect.custom');
const origin = process.hrtime.bigint();

const missing = (...names) => {
  const list = names.map((n) => `"${n}"`);
  const text = list.length === 1 ? `${list[0]} argument` : `${list.slice(0, -1).join(', ')}${list.length > 2 ? ',' : ''} and ${list.at(-1)} arguments`;
  return check.make(TypeError, 'ERR_MISSING_ARGS', `The ${text} must be specified`);
};
const invalidThis = (name) => check.make(TypeError, 'ERR_INVALID_THIS', `Value of "this" must be of type ${name}`);
const enumerable = (proto, names) => {
  for (const n of names) Object.defineProperty(proto, n, { enumerable: true });
};
const tag = (proto, name) => Object.defineProperty(proto, Symbol.toStringTag, { value: name, configurable: true });

let eventState;

const trusted = new WeakSet();
const { get: isTrusted } = Object.getOwnPropertyDescriptor({
  get isTrusted() { return trusted.has(this); },
}, 'isTrusted');

class Event {
  #state;
  static {
    eventState = (e, name = 'Event') => {
      if (e === null || typeof e !== 'object' || !(#state in e)) throw invalidThis(name);
      return e.#state;
    };
    eventState.is = (e) => e !== null && typeof e === 'object' && #state in e;
  }
  constructor(type, options = undefined) {
    if (arguments.length === 0) throw missing('type');
    if (options !== undefined) check.options(options, 'options');
    this.#state = {
      type: `${type}`, bubbles: !!options?.bubbles, cancelable: !!options?.cancelable, composed: !!options?.composed,
      prevented: false, stopped: false, stoppedNow: false, dispatching: false,
      target: null, current: null, time: Number(process.hrtime.bigint() - origin) / 1e6,
    };
    if (options?.[kTrusted]) trusted.add(this);
  }
  [inspectCustom](depth, options, inspect) {
    const s = eventState(this);
    const name = this.constructor.name;
    if (depth < 0) return name;
    return `${name} ${inspect({ type: s.type, defaultPrevented: this.defaultPrevented, cancelable: s.cancelable, timeStamp: s.time },
      { ...options, depth: Number.isInteger(options.depth) ? options.depth - 1 : options.depth })}`;
  }
  initEvent(type, bubbles = false, cancelable = false) {
    if (arguments.length === 0) throw missing('type');
    const s = eventState(this);
    if (s.dispatching) return;
    s.type = `${type}`;
    s.bubbles = !!bubbles;
    s.cancelable = !!cancelable;
  }
  stopImmediatePropagation() {
    const s = eventState(this);
    s.stopped = s.stoppedNow = true;
  }
  preventDefault() {
    eventState(this).prevented = true;
  }
  get target() { return eventState(this).target; }
  get currentTarget() { return eventState(this).current; }
  get srcElement() { return eventState(this).target; }
  get type() { return eventState(this).type; }
  get cancelable() { return eventState(this).cancelable; }
  get defaultPrevented() {
    const s = eventState(this);
    return s.cancelable && s.prevented;
  }
  get timeStamp() { return eventState(this).time; }
  composedPath() {
    const s = eventState(this);
    return s.dispatching ? [s.target] : [];
  }
  get returnValue() {
    const s = eventState(this);
    return !s.cancelable || !s.prevented;
  }
  get bubbles() { return eventState(this).bubbles; }
  get composed() { return eventState(this).composed; }
  get eventPhase() { return eventState(this).dispatching ? Event.AT_TARGET : Event.NONE; }
  get cancelBubble() { return eventState(this).stopped; }
  set cancelBubble(v) { if (v) eventState(this).stopped = true; }
  stopPropagation() { eventState(this).stopped = true; }
}
const kTrusted = Symbol('trusted');
[Event, Event.prototype].forEach((o) => {
  ['NONE', 'CAPTURING_PHASE', 'AT_TARGET', 'BUBBLING_PHASE'].forEach((n, value) => {
    if (o === Event) Object.defineProperty(o, n, { value, enumerable: true });
  });
});
enumerable(Event.prototype, ['initEvent', 'stopImmediatePropagation', 'preventDefault', 'target', 'currentTarget', 'srcElement', 'type',
  'cancelable', 'defaultPrevented', 'timeStamp', 'composedPath', 'returnValue', 'bubbles', 'composed', 'eventPhase', 'cancelBubble', 'stopPropagation']);
Object.defineProperty(Event.prototype, 'isTrusted', { get: isTrusted, enumerable: true, configurable: true });
tag(Event.prototype, 'Event');

let detailOf;
class CustomEvent extends Event {
  #detail;
  static { detailOf = (e) => { if (!(#detail in e)) throw invalidThis('CustomEvent'); return e.#detail; }; }
  constructor(type, options) {
    if (arguments.length === 0) throw missing('type');
    super(type, options);
    this.#detail = options?.detail ?? null;
  }
  get detail() { return detailOf(this); }
}
enumerable(CustomEvent.prototype, ['detail']);
tag(CustomEvent.prototype, 'CustomEvent');

// Listeners are kept by type in the order of registration.
let targetState;
let defaultMaxListeners;

class EventTarget {
  #state = { listeners: new Map(), max: undefined, warned: new Set() };
  static {
    targetState = (t) => {
      t ??= globalThis;
      if (typeof t !== 'object' || !(#state in t)) throw invalidThis('EventTarget');
      return t.#state;
    };
    targetState.is = (t) => t !== null && typeof t === 'object' && #state in t;
  }
  addEventListener(type, listener, options = {}) {
    const state = targetState(this);
    if (arguments.length < 2) throw missing('type', 'listener');
    const o = readOptions(options);
    if (!isListener(listener)) {
      warnListener(this, type, listener);
      return;
    }
    type = `${type}`;
    if (o.signal !== undefined) {
      require('internal/abort').validateSignal(o.signal, 'options.signal');
      if (o.signal.aborted) return;
      o.signal.addEventListener('abort', () => this.removeEventListener(type, listener, options), { once: true });
    }
    add(this, state, type, listener, o);
  }
  removeEventListener(type, listener, options = {}) {
    const state = targetState(this);
    if (arguments.length < 2) throw missing('type', 'listener');
    if (!isListener(listener)) return;
    remove(this, state, `${type}`, listener, options !== null && typeof options === 'object' ? !!options.capture : !!options);
  }
  dispatchEvent(event) {
    const state = targetState(this);
    if (arguments.length < 1) throw missing('event');
    if (!eventState.is(event)) check.typeError('event', 'an instance of Event', event);
    const s = eventState(event);
    if (s.dispatching) check.fail(Error, 'ERR_EVENT_RECURSION', `The event "${s.type}" is already being dispatched`);
    dispatch(this, state, event);
    return !event.defaultPrevented;
  }
  [inspectCustom](depth, options, inspect) {
    targetState(this);
    const name = this.constructor.name;
    if (depth < 0) return name;
    return `${name} ${inspect({}, options)}`;
  }
}
enumerable(EventTarget.prototype, ['addEventListener', 'removeEventListener', 'dispatchEvent']);
tag(EventTarget.prototype, 'EventTarget');

function readOptions(options) {
  if (typeof options === 'boolean') return { capture: options };
  if (options === null) return {};
  check.options(options, 'options');
  return { once: !!options.once, capture: !!options.capture, signal: options.signal };
}

function isListener(listener) {
  if (typeof listener === 'function' || typeof listener === 'object' && listener !== null) return true;
  if (listener === null || listener === undefined) return false;
  check.typeError('listener', 'an instance of EventListener', listener);
}

function warnListener(target, type, listener) {
  const w = new Error(`addEventListener called with ${listener} which has no effect.`);
  w.name = 'AddEventListenerArgumentTypeWarning';
  w.target = target;
  w.type = type;
  process.emitWarning(w);
}

function add(target, state, type, listener, o) {
  let list = state.listeners.get(type);
  if (list === undefined) state.listeners.set(type, list = []);
  const capture = !!o.capture;
  if (list.some((r) => r.listener === listener && r.capture === capture)) return;
  list.push({ listener, capture, once: !!o.once, node: !!o.node, removed: false });
  target[kNewListener]?.(list.length, type, listener);
  const max = state.max ?? defaultMax();
  if (max > 0 && list.length > max && !state.warned.has(type)) {
    state.warned.add(type);
    const w = new Error('Possible EventTarget memory leak detected. ' +
      `${list.length} ${type} listeners added to ${require('util').inspect(target, { depth: -1 })}. MaxListeners is ${max}. Use events.setMaxListeners() to increase limit`);
    w.name = 'MaxListenersExceededWarning';
    w.target = target;
    w.type = type;
    w.count = list.length;
    process.emitWarning(w);
  }
}

const defaultMax = () => defaultMaxListeners ?? require('events').defaultMaxListeners;
const kNewListener = Symbol('kNewListener');
const kRemoveListener = Symbol('kRemoveListener');

function remove(target, state, type, listener, capture) {
  const list = state.listeners.get(type);
  const at = list?.findIndex((r) => r.listener === listener && r.capture === capture) ?? -1;
  if (at < 0) return;
  list[at].removed = true;
  list.splice(at, 1);
  if (list.length === 0) state.listeners.delete(type);
  target[kRemoveListener]?.(list.length, type, listener, capture);
}

function dispatch(target, state, event) {
  const s = eventState(event);
  s.target = s.current = target;
  s.dispatching = true;
  // Listeners that are added meanwhile are called, removed ones are not.
  const list = state.listeners.get(s.type) ?? [];
  const done = new Set();
  for (let i = 0; i < list.length && !s.stoppedNow; i++) {
    const r = list[i];
    if (done.has(r)) continue;
    done.add(r);
    i = -1;
    if (r.once) remove(target, state, s.type, r.listener, r.capture);
    try {
      const { listener } = r;
      let result;
      if (typeof listener === 'function') {
        result = Reflect.apply(listener, target, [r.node ? event[kData] ?? event : event]);
      } else if (typeof listener.handleEvent === 'function') {
        result = listener.handleEvent(event);
      }
      if (result !== null && typeof result === 'object' && typeof result.then === 'function')
        result.then(undefined, (e) => { process.nextTick(() => { throw e; }); });
    } catch (e) {
      process.nextTick(() => { throw e; });
    }
  }
  s.current = null;
  s.dispatching = false;
}

const kData = Symbol('kData');

// defineHandler defines an on… attribute.
const kHandlers = Symbol('kHandlers');
function defineHandler(proto, name, changed) {
  const { get, set } = { get() { return this[kHandlers]?.get(name)?.handler ?? null; }, set(v) {
    const handlers = this[kHandlers] ?? (Object.defineProperty(this, kHandlers, { value: new Map() }), this[kHandlers]);
    const wrap = handlers.get(name);
    if (typeof v !== 'function' && !v) v = null;
    if (wrap) wrap.handler = v;
    else if (v) {
      const w = (e) => typeof w.handler === 'function' ? Reflect.apply(w.handler, this, [e]) : undefined;
      w.handler = v;
      handlers.set(name, w);
      add(this, targetState(this), name, w, {});
    }
    changed?.call(this, v);
  } };
  Object.defineProperty(get, 'name', { value: `get on${name}` });
  Object.defineProperty(set, 'name', { value: `set on${name}` });
  Object.defineProperty(proto, `on${name}`, { get, set, enumerable: true, configurable: true });
}

// NodeEventTarget has the names of EventEmitter as well: message ports.
class NodeEventTarget extends EventTarget {
  setMaxListeners(n) { targetState(this).max = n; }
  getMaxListeners() { return targetState(this).max ?? defaultMax(); }
  eventNames() { return [...targetState(this).listeners.keys()]; }
  listenerCount(type) { return targetState(this).listeners.get(`${type}`)?.length ?? 0; }
  off(type, listener, options) { this.removeEventListener(type, listener, options); return this; }
  removeListener(type, listener, options) { this.removeEventListener(type, listener, options); return this; }
  on(type, listener) { add(this, targetState(this), `${type}`, listener, { node: true }); return this; }
  addListener(type, listener) { return this.on(type, listener); }
  once(type, listener) { add(this, targetState(this), `${type}`, listener, { node: true, once: true }); return this; }
  emit(type, arg) {
    const had = this.listenerCount(type) > 0;
    const e = new Event(type);
    e[kData] = arg;
    dispatch(this, targetState(this), e);
    return had;
  }
  removeAllListeners(type) {
    const { listeners } = targetState(this);
    for (const t of type === undefined ? [...listeners.keys()] : [type])
      for (const r of listeners.get(t) ?? []) remove(this, targetState(this), t, r.listener, r.capture);
    return this;
  }
}
for (const n of Object.getOwnPropertyNames(NodeEventTarget.prototype))
  if (n !== 'constructor') enumerable(NodeEventTarget.prototype, [n]);

module.exports = {
  Event, CustomEvent, EventTarget, NodeEventTarget, defineHandler, enumerable, tag, missing, invalidThis, targetState, eventState,
  kTrusted, kNewListener, kRemoveListener, kData,
};
