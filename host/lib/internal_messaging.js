'use strict';
// MessageChannel, MessagePort, MessageEvent and BroadcastChannel within one process.

const check = require('internal/validators');
const {
  Event, NodeEventTarget, EventTarget, defineHandler, enumerable, tag, missing, invalidThis, kNewListener, kRemoveListener, kData, kTrusted,
} = require('internal/event_target');
const inspectCustom = Symbol.for('nodejs.util.inspect.custom');

let eventData;
class MessageEvent extends Event {
  #data; #origin; #id; #source; #ports;
  static {
    eventData = (e, name) => {
      if (e === null || typeof e !== 'object' || !(#data in e)) throw invalidThis('MessageEvent');
      return { data: e.#data, origin: e.#origin, lastEventId: e.#id, source: e.#source, ports: e.#ports }[name];
    };
  }
  constructor(type, options) {
    if (arguments.length === 0) throw missing('type');
    super(type, options);
    const { data = null, origin = '', lastEventId = '', source = null, ports = [] } = options ?? {};
    this.#data = data;
    this.#origin = `${origin}`;
    this.#id = `${lastEventId}`;
    if (source !== null && source !== undefined && !isPort(source)) check.typeError('init.source', 'an instance of MessagePort', source);
    this.#source = source;
    this.#ports = Object.freeze([...ports]);
  }
  get data() { return eventData(this, 'data'); }
  get origin() { return eventData(this, 'origin'); }
  get lastEventId() { return eventData(this, 'lastEventId'); }
  get source() { return eventData(this, 'source'); }
  get ports() { return eventData(this, 'ports'); }
  [inspectCustom](depth, options, inspect) {
    return `MessageEvent ${inspect({ type: this.type, defaultPrevented: this.defaultPrevented, cancelable: this.cancelable, timeStamp: this.timeStamp }, options)}`;
  }
}
enumerable(MessageEvent.prototype, ['data', 'origin', 'lastEventId', 'source', 'ports']);
tag(MessageEvent.prototype, 'MessageEvent');

// pipe is one end of a channel: the queue of what has arrived and the port, if
// any, that reads from it.
const makePipe = () => ({ queue: [], other: null, port: null, closed: false });

function link() {
  const a = makePipe();
  const b = makePipe();
  a.other = b;
  b.other = a;
  return [a, b];
}

const kCreate = Symbol('kCreate');
let stateOf, isPort;

class MessagePort extends NodeEventTarget {
  #state;
  static {
    isPort = (v) => v !== null && typeof v === 'object' && #state in v;
    stateOf = (v) => { if (!isPort(v)) throw invalidThis('MessagePort'); return v.#state; };
  }
  constructor(token, pipe) {
    if (token !== kCreate) throw check.make(TypeError, 'ERR_CONSTRUCT_CALL_INVALID', 'Constructor cannot be called');
    super();
    this.#state = { pipe, started: false, refed: false, scheduled: false, listeners: 0 };
    pipe.port = this;
  }
  postMessage(message, options) {
    const { pipe } = stateOf(this);
    if (arguments.length === 0) throw check.make(TypeError, 'ERR_MISSING_ARGS', 'Not enough arguments to MessagePort.postMessage');
    const { encode, transferList, refuse } = require('internal/clone');
    const list = transferList(Array.isArray(options) || typeof options?.[Symbol.iterator] === 'function' ? options : options?.transfer);
    if (list.includes(this)) refuse('Transfer list contains source port');
    const record = encode(message, list);
    const target = pipe?.other;
    if (!target || target.closed) return;
    target.queue.push({ record, ports: list.filter(isPort) });
    schedule(target);
  }
  start() {
    const s = stateOf(this);
    if (s.started || !s.pipe) return;
    s.started = true;
    schedule(s.pipe);
  }
  close(callback) {
    const s = stateOf(this);
    if (typeof callback === 'function') this.once('close', callback);
    if (s.pipe) closePipe(s.pipe);
  }
  ref() { setRef(stateOf(this), true); }
  unref() { setRef(stateOf(this), false); }
  hasRef() { return stateOf(this).refed; }
  [kNewListener](count, type) {
    if (type !== 'message') return;
    const s = stateOf(this);
    if (s.listeners++ === 0) { setRef(s, true); this.start(); }
  }
  [kRemoveListener](count, type) {
    if (type !== 'message') return;
    const s = stateOf(this);
    if (--s.listeners === 0) setRef(s, false);
  }
  [inspectCustom](depth, options, inspect) {
    const s = stateOf(this);
    return `MessagePort ${inspect({ active: !!s.pipe && !s.pipe.closed, refed: s.refed }, options)}`;
  }
}
enumerable(MessagePort.prototype, ['postMessage', 'start', 'close', 'ref', 'unref', 'hasRef']);
tag(MessagePort.prototype, 'MessagePort');
defineHandler(MessagePort.prototype, 'message', function(v) { if (v) this.start(); });
defineHandler(MessagePort.prototype, 'messageerror');
defineHandler(MessagePort.prototype, 'close');

function setRef(s, on) {
  on &&= !!s.pipe && !s.pipe.closed;
  if (s.refed === on) return;
  s.refed = on;
  binding.expect(on ? 1 : -1);
}

function schedule(pipe) {
  const { port } = pipe;
  if (port === null) return;
  const s = stateOf(port);
  if (!s.started || s.scheduled || pipe.queue.length === 0) return;
  s.scheduled = true;
  binding.post(() => {
    s.scheduled = false;
    if (s.pipe !== pipe) return;
    deliver(port, pipe);
    schedule(pipe);
  });
}

// deliver gives a port its first message.
function deliver(port, pipe) {
  const { deserialize } = require('internal/clone');
  const m = pipe.queue.shift();
  if (m === undefined) return;
  const data = deserialize(m.record);
  emitMessage(port, data, m.ports.map((p) => p).map((p) => adopted.get(p) ?? p));
}

function emitMessage(target, data, ports) {
  const e = new MessageEvent('message', { data, ports, [kTrusted]: true });
  e[kData] = data;
  target.dispatchEvent(e);
}

function closePipe(pipe) {
  if (pipe.closed) return;
  const ends = [pipe, pipe.other];
  for (const p of ends) {
    if (p.closed) continue;
    p.closed = true;
    if (p.port === null) continue;
    const { port } = p;
    const s = stateOf(port);
    binding.post(() => {
      while (s.started && p.queue.length > 0) deliver(port, p);
      s.pipe = null;
      if (s.refed) {
        s.refed = false;
        binding.expect(-1);
      }
      port.dispatchEvent(new Event('close', { [kTrusted]: true }));
    });
  }
}

// detach takes the pipe out of a port that is transferred, adopt gives it to a new one.
const adopted = new WeakMap();
function checkTransfer(port) {
  if (stateOf(port).pipe === null) require('internal/clone').refuse('MessagePort in transfer list is already detached');
}
function detach(port) {
  const s = stateOf(port);
  const { pipe } = s;
  setRef(s, false);
  s.pipe = null;
  pipe.port = null;
  return { pipe, from: port };
}
function adopt({ pipe, from }) {
  const port = new MessagePort(kCreate, pipe);
  adopted.set(from, port);
  return port;
}

class MessageChannel {
  constructor() {
    const [a, b] = link();
    this.port1 = new MessagePort(kCreate, a);
    this.port2 = new MessagePort(kCreate, b);
  }
}

function receiveMessageOnPort(port) {
  if (!isPort(port)) check.typeError('port', 'a MessagePort instance', port);
  const { pipe } = stateOf(port);
  const m = pipe?.queue.shift();
  return m === undefined ? undefined : { message: require('internal/clone').deserialize(m.record) };
}

const channels = new Map();
let channelState;
class BroadcastChannel extends EventTarget {
  #state;
  static { channelState = (c) => { if (c === null || typeof c !== 'object' || !(#state in c)) throw invalidThis('BroadcastChannel'); return c.#state; }; }
  constructor(name) {
    if (arguments.length === 0) throw missing('name');
    super();
    this.#state = { name: `${name}`, closed: false, refed: true };
    const set = channels.get(`${name}`) ?? new Set();
    channels.set(`${name}`, set.add(this));
    binding.expect(1);
  }
  get name() { return channelState(this).name; }
  postMessage(message) {
    const s = channelState(this);
    if (arguments.length === 0) throw missing('message');
    if (s.closed) {
      const { DOMException } = require('internal/dom_exception');
      throw new DOMException('BroadcastChannel is closed.', 'InvalidStateError');
    }
    const { encode, deserialize } = require('internal/clone');
    for (const c of channels.get(s.name)) {
      if (c === this) continue;
      const record = encode(message, []);
      binding.post(() => { if (!channelState(c).closed) emitMessage(c, deserialize(record), []); });
    }
  }
  close() {
    const s = channelState(this);
    if (s.closed) return;
    s.closed = true;
    channels.get(s.name).delete(this);
    this.unref();
  }
  ref() {
    const s = channelState(this);
    if (!s.refed && !s.closed) { s.refed = true; binding.expect(1); }
    return this;
  }
  unref() {
    const s = channelState(this);
    if (s.refed) { s.refed = false; binding.expect(-1); }
    return this;
  }
  [inspectCustom](depth, options, inspect) {
    const s = channelState(this);
    return `BroadcastChannel ${inspect({ name: s.name, active: !s.closed }, options)}`;
  }
}
enumerable(BroadcastChannel.prototype, ['name', 'close', 'postMessage']);
tag(BroadcastChannel.prototype, 'BroadcastChannel');
defineHandler(BroadcastChannel.prototype, 'message');
defineHandler(BroadcastChannel.prototype, 'messageerror');

module.exports = { MessageChannel, MessagePort, MessageEvent, BroadcastChannel, receiveMessageOnPort, isPort, checkTransfer, detach, adopt };
