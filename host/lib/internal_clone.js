'use strict';
// The structured clone algorithm: values become records, which become values
// again. Message ports keep the records in between.

const { types } = require('util');
const check = require('internal/validators');
const errors = { __proto__: null, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError };
const { toString } = Object.prototype;

function refuse(message) {
  const { DOMException } = require('internal/dom_exception');
  throw new DOMException(message, 'DataCloneError');
}

// describe names a value as V8's messages do.
function describe(v) {
  if (typeof v !== 'object') return String(v);
  let text;
  let name;
  try {
    text = v.toString;
    name = v.constructor?.name;
  } catch {
    return '#<Object>';
  }
  if (text === toString && name) return `#<${name}>`;
  return toString.call(v);
}

const uncloneable = (v) => refuse(`${describe(v)} could not be cloned.`);
const opaque = new Set(['Proxy', 'Promise', 'WeakMap', 'WeakSet', 'WeakRef', 'FinalizationRegistry', 'Symbol', 'Generator', 'AsyncGenerator',
  'Arguments', 'Module', 'Map Iterator', 'Set Iterator', 'Array Iterator', 'String Iterator', 'RegExp String Iterator']);

// handlers of host objects by class: { is(v), transfer(v) -> record, clone(v) -> record }.
const hosts = [];

function own(v, seen) {
  const out = [];
  for (const k of Object.keys(v)) if (Object.hasOwn(v, k)) out.push(k, serialize(v[k], seen));
  return out;
}

function serialize(v, seen) {
  if (typeof v === 'function' || typeof v === 'symbol') uncloneable(v);
  if (typeof v !== 'object' || v === null) return v;
  let r = seen.get(v);
  if (r !== undefined) return r;
  const kind = binding.classOf(v);
  if (opaque.has(kind)) uncloneable(v);
  r = { kind, data: undefined, extra: undefined, value: undefined };
  seen.set(v, r);
  switch (kind) {
    case 'Number': case 'String': case 'Boolean': case 'BigInt':
      r.data = v.valueOf === globalThis[kind].prototype.valueOf ? v.valueOf() : globalThis[kind].prototype.valueOf.call(v);
      return r;
    case 'Date': r.data = Date.prototype.getTime.call(v); return r;
    case 'RegExp': r.data = [v.source, v.flags]; return r;
    case 'Map': r.data = [...Map.prototype.entries.call(v)].map(([k, x]) => [serialize(k, seen), serialize(x, seen)]); return r;
    case 'Set': r.data = [...Set.prototype.values.call(v)].map((x) => serialize(x, seen)); return r;
    case 'Error': error(v, r, seen); return r;
    case 'ArrayBuffer':
      if (v.detached) refuse('An ArrayBuffer is detached and could not be cloned.');
      r.data = v.resizable ? copyResizable(v) : v.slice(0);
      return r;
    case 'SharedArrayBuffer': r.data = v; return r;
    case 'Array': r.data = v.length; r.extra = own(v, seen); return r;
  }
  if (ArrayBuffer.isView(v)) {
    r.extra = serialize(v.buffer, seen);
    const tracking = v.buffer.resizable && binding.tracksLength(v);
    r.data = [v.byteOffset, tracking ? undefined : kind === 'DataView' ? v.byteLength : v.length];
    return r;
  }
  for (const h of hosts) {
    if (!h.is(v)) continue;
    if (!h.clone) check.fail(TypeError, 'ERR_MISSING_TRANSFERABLE_IN_TRANSFER_LIST', 'Object that needs transfer was found in message but not listed in transferList');
    r.kind = h;
    r.data = h.clone(v);
    return r;
  }
  r.kind = 'Object';
  r.extra = own(v, seen);
  return r;
}

function copyResizable(v) {
  const b = new ArrayBuffer(v.byteLength, { maxByteLength: v.maxByteLength });
  new Uint8Array(b).set(new Uint8Array(v));
  return b;
}

function error(v, r, seen) {
  const { name } = v;
  const message = Object.getOwnPropertyDescriptor(v, 'message');
  const cause = Object.getOwnPropertyDescriptor(v, 'cause');
  r.data = {
    name: String(name), message: message && 'value' in message ? String(message.value) : undefined, stack: v.stack,
    cause: cause && 'value' in cause ? [serialize(cause.value, seen)] : undefined,
  };
}

function deserialize(r) {
  if (typeof r !== 'object' || r === null) return r;
  if (r.value !== undefined) return r.value;
  const { data } = r;
  switch (r.kind) {
    case 'Number': case 'String': case 'Boolean': case 'BigInt': return r.value = Object(data);
    case 'Date': return r.value = new Date(data);
    case 'RegExp': return r.value = new RegExp(data[0], data[1]);
    case 'ArrayBuffer': case 'SharedArrayBuffer': return r.value = data;
    case 'Map':
      r.value = new Map();
      for (const [k, x] of data) r.value.set(deserialize(k), deserialize(x));
      return r.value;
    case 'Set':
      r.value = new Set();
      for (const x of data) r.value.add(deserialize(x));
      return r.value;
    case 'Error': {
      const Class = errors[data.name] ?? Error;
      r.value = Object.create(Class.prototype);
      const e = r.value = new Class();
      hidden(e, 'stack', data.stack);
      if (data.message !== undefined) hidden(e, 'message', data.message);
      if (data.cause) hidden(e, 'cause', deserialize(data.cause[0]));
      return e;
    }
    case 'Array': r.value = new Array(data); return fill(r);
    case 'Object': r.value = {}; return fill(r);
  }
  if (typeof r.kind === 'object') return r.value = r.kind.make(data);
  const buffer = deserialize(r.extra);
  return r.value = data[1] === undefined ? new globalThis[r.kind](buffer, data[0]) : new globalThis[r.kind](buffer, data[0], data[1]);
}

const hidden = (o, k, value) => Object.defineProperty(o, k, { value, writable: true, configurable: true });

function fill({ value, extra }) {
  for (let i = 0; i < extra.length; i += 2) {
    const x = deserialize(extra[i + 1]);
    if (extra[i] === '__proto__') Object.defineProperty(value, '__proto__', { value: x, writable: true, enumerable: true, configurable: true });
    else value[extra[i]] = x;
  }
  return value;
}

// encode makes the record of a message; what is in transfer is taken away from
// the caller once everything has been serialized.
function encode(value, transfer) {
  const seen = new Map();
  const moves = [];
  for (const t of transfer) {
    const kind = t !== null && typeof t === 'object' ? binding.classOf(t) : '';
    const host = hosts.find((h) => h.transfer && h.is(t));
    if (kind !== 'ArrayBuffer' && !host)
      check.fail(TypeError, 'ERR_INVALID_TRANSFER_OBJECT', 'Found invalid object in transferList');
    if (seen.has(t)) refuse(`Transfer list contains duplicate ${host ? host.name : 'ArrayBuffer'}`);
    const r = { kind: host ?? 'ArrayBuffer', data: undefined, extra: undefined, value: undefined };
    seen.set(t, r);
    if (host) moves.push(() => { r.data = host.transfer(t); });
    else moves.push(() => { r.data = t.detached ? new ArrayBuffer(0) : t.transfer(); });
    host?.check?.(t);
  }
  const record = serialize(value, seen);
  for (const m of moves) m();
  return record;
}

function structuredClone(value, options) {
  if (arguments.length === 0) check.fail(TypeError, 'ERR_MISSING_ARGS', 'The value argument must be specified');
  if (options !== undefined && options !== null && typeof options !== 'object' && typeof options !== 'function')
    check.fail(TypeError, 'ERR_INVALID_ARG_TYPE', 'The options argument must be either an object or undefined');
  return deserialize(encode(value, transferList(options?.transfer)));
}
Object.defineProperty(structuredClone, 'length', { value: 0 });

function transferList(list) {
  if (list === undefined || list === null) return [];
  if (typeof list !== 'object' || typeof list[Symbol.iterator] !== 'function')
    check.fail(TypeError, 'ERR_INVALID_ARG_TYPE', 'Optional transferList argument must be an iterable');
  return [...list];
}

hosts.push({
  is: (v) => require('internal/messaging').isPort(v),
  check: (v) => require('internal/messaging').checkTransfer(v),
  transfer: (v) => require('internal/messaging').detach(v),
  make: (data) => require('internal/messaging').adopt(data),
  name: 'MessagePort',
});
hosts.push({
  is: (v) => require('internal/blob').isBlob(v),
  clone: (v) => v,
  make: (v) => require('internal/blob').copy(v),
});

module.exports = { structuredClone, encode, deserialize, transferList, refuse };
