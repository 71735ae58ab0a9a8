'use strict';
// v8.serialize and deserialize: the structured clone format, version 15.

const { Buffer } = require('buffer');
const types = require('internal/types');

const views = [Int8Array, Uint8Array, Uint8ClampedArray, Int16Array, Uint16Array, Int32Array, Uint32Array, Float32Array, Float64Array, DataView, Buffer, BigInt64Array, BigUint64Array];
const errors = { E: EvalError, R: RangeError, F: ReferenceError, S: SyntaxError, T: TypeError, U: URIError };
const flags = ['g', 'i', 'm', 'y', 'u', 's', 'l', 'd', 'v'];
const cannot = (v) => new Error(`${typeof v === 'symbol' ? String(v) : typeof v === 'function' ? v : `#<${v?.constructor?.name ?? 'Object'}>`} could not be cloned.`);

class Writer {
  #bytes = [];
  #seen = new Map();

  finish() { return Buffer.from(this.#bytes); }
  tag(ch) { this.#bytes.push(ch.charCodeAt(0)); }
  varint(n) {
    for (; n > 127; n = Math.floor(n / 128)) this.#bytes.push(n % 128 | 128);
    this.#bytes.push(n);
  }
  raw(bytes) { for (const b of bytes) this.#bytes.push(b); }
  double(n) { this.raw(new Uint8Array(new Float64Array([n]).buffer)); }
  string(s) {
    if (!/[^\u0000-\u00ff]/.test(s)) {
      this.tag('"');
      this.varint(s.length);
      this.raw(Buffer.from(s, 'latin1'));
      return;
    }
    const lead = s.length * 2 < 128 ? 2 : s.length * 2 < 16384 ? 3 : s.length * 2 < 2097152 ? 4 : 5;
    if ((this.#bytes.length + lead) % 2 === 1) this.#bytes.push(0); // the text is aligned
    this.tag('c');
    this.varint(s.length * 2);
    this.raw(Buffer.from(s, 'utf16le'));
  }
  bigint(n) {
    const digits = [];
    for (let m = n < 0n ? -n : n; m > 0n; m >>= 64n) digits.push(...new Uint8Array(new BigUint64Array([BigInt.asUintN(64, m)]).buffer));
    this.varint(digits.length * 2 + (n < 0n ? 1 : 0));
    this.raw(digits);
  }
  value(v) {
    switch (typeof v) {
      case 'undefined': return this.tag('_');
      case 'boolean': return this.tag(v ? 'T' : 'F');
      case 'number':
        if (Object.is(v, v | 0)) {
          this.tag('I');
          return this.varint(v < 0 ? -v * 2 - 1 : v * 2);
        }
        this.tag('N');
        return this.double(v);
      case 'string': return this.string(v);
      case 'bigint':
        this.tag('Z');
        return this.bigint(v);
      case 'object': return v === null ? this.tag('0') : this.object(v);
    }
    throw cannot(v);
  }
  properties(o, keys) {
    for (const k of keys) {
      const n = Number(k);
      this.value(String(n >>> 0) === k && n < 2 ** 30 ? n : k);
      this.value(o[k]);
    }
    return keys.length;
  }
  object(o) {
    if (ArrayBuffer.isView(o) && !this.#seen.has(o)) return this.view(o);
    if (this.#seen.has(o)) {
      this.tag('^');
      return this.varint(this.#seen.get(o));
    }
    this.#seen.set(o, this.#seen.size);
    if (Array.isArray(o)) return this.array(o);
    if (types.isDate(o)) {
      this.tag('D');
      return this.double(o.getTime());
    }
    if (types.isBoxedPrimitive(o)) return this.boxed(o.valueOf());
    if (types.isRegExp(o)) {
      this.tag('R');
      this.string(o.source);
      return this.varint(flags.reduce((bits, f, i) => bits | (o.flags.includes(f) ? 1 << i : 0), 0));
    }
    if (types.isMap(o)) return this.collection(';', ':', [...o].flat());
    if (types.isSet(o)) return this.collection("'", ',', [...o]);
    if (types.isArrayBuffer(o)) {
      this.tag('B');
      this.varint(o.byteLength);
      return this.raw(new Uint8Array(o));
    }
    if (types.isNativeError(o)) return this.error(o);
    if (typeof o === 'function' || types.isPromise(o) || types.isWeakMap(o) || types.isWeakSet(o) || types.isProxy(o) || types.isSharedArrayBuffer(o)) throw cannot(o);
    this.tag('o');
    const n = this.properties(o, Object.keys(o));
    this.tag('{');
    return this.varint(n);
  }
  array(a) {
    const keys = Object.keys(a);
    const dense = keys.length >= a.length && (a.length === 0 || keys[a.length - 1] === String(a.length - 1));
    this.tag(dense ? 'A' : 'a');
    this.varint(a.length);
    if (dense) for (let i = 0; i < a.length; i++) this.value(a[i]);
    const n = this.properties(a, dense ? keys.slice(a.length) : keys);
    this.tag(dense ? '$' : '@');
    this.varint(n);
    return this.varint(a.length);
  }
  boxed(v) {
    if (typeof v === 'boolean') return this.tag(v ? 'y' : 'x');
    if (typeof v === 'number') {
      this.tag('n');
      return this.double(v);
    }
    if (typeof v === 'bigint') {
      this.tag('z');
      return this.bigint(v);
    }
    if (typeof v !== 'string') throw cannot(Object(v));
    this.tag('s');
    return this.string(v);
  }
  collection(open, close, list) {
    this.tag(open);
    for (const v of list) this.value(v);
    this.tag(close);
    return this.varint(list.length);
  }
  error(e) {
    this.tag('r');
    const kind = Object.keys(errors).find((k) => errors[k].name === e.name);
    if (kind) this.tag(kind);
    if (Object.hasOwn(e, 'message')) {
      this.tag('m');
      this.string(String(e.message));
    }
    if (typeof e.stack === 'string') {
      this.tag('s');
      this.string(e.stack);
    }
    this.tag('.');
  }
  // view is a host object: the kind of view and its bytes.
  view(v) {
    this.#seen.set(v, this.#seen.size);
    this.tag('\\');
    this.varint(views.findIndex((C) => C === Buffer ? Buffer.isBuffer(v) : Object.getPrototypeOf(v) === C.prototype));
    this.varint(v.byteLength);
    return this.raw(new Uint8Array(v.buffer, v.byteOffset, v.byteLength));
  }
}

class Reader {
  #bytes;
  #at = 0;
  #objects = [];

  constructor(bytes) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (this.#bytes[0] !== 255 || this.#bytes[1] < 13 || this.#bytes[1] > 15) this.fail(' due to invalid or unsupported version');
    this.#at = 2;
  }
  fail(why = '') { throw new Error(`Unable to deserialize cloned data${why}.`); }
  tag() {
    while (this.#bytes[this.#at] === 0) this.#at++;
    if (this.#at >= this.#bytes.length) this.fail();
    return String.fromCharCode(this.#bytes[this.#at++]);
  }
  varint() {
    let n = 0;
    for (let scale = 1; ; scale *= 128) {
      const b = this.#bytes[this.#at++];
      if (b === undefined || scale > 2 ** 49) this.fail();
      n += (b & 127) * scale;
      if (b < 128) return n;
    }
  }
  take(n) {
    if (n > this.#bytes.length - this.#at) this.fail();
    this.#at += n;
    return this.#bytes.subarray(this.#at - n, this.#at);
  }
  double() { return this.take(8).readDoubleLE(0); }
  keep(o) {
    this.#objects.push(o);
    return o;
  }
  bigint() {
    const head = this.varint();
    let n = 0n;
    const digits = this.take(Math.floor(head / 2));
    for (let i = digits.length - 1; i >= 0; i--) n = n << 8n | BigInt(digits[i]);
    return head % 2 === 1 ? -n : n;
  }
  string(tag = this.tag()) {
    if (tag === '"') return this.take(this.varint()).latin1Slice();
    if (tag === 'c') return this.take(this.varint()).ucs2Slice();
    if (tag === 'S') return this.take(this.varint()).utf8Slice();
    return this.fail();
  }
  // properties reads keys and values up to a tag.
  properties(o, end) {
    for (;;) {
      const tag = this.tag();
      if (tag === end) return this.varint();
      const key = this.value(tag);
      Object.defineProperty(o, key, { value: this.value(), writable: true, enumerable: true, configurable: true });
    }
  }
  value(tag = this.tag()) {
    let n;
    switch (tag) {
      case '_': return undefined;
      case '0': return null;
      case 'T': return true;
      case 'F': return false;
      case 'I':
        n = this.varint();
        return n % 2 === 1 ? -(n + 1) / 2 : n / 2;
      case 'U': return this.varint();
      case 'N': return this.double();
      case 'Z': return this.bigint();
      case '"': case 'c': case 'S': return this.string(tag);
      case '^':
        n = this.varint();
        return n < this.#objects.length ? this.#objects[n] : this.fail();
      case 'o': {
        const o = this.keep({});
        this.properties(o, '{');
        return o;
      }
      case 'A': {
        const length = this.varint();
        if (length > this.#bytes.length) this.fail();
        const a = this.keep([]);
        for (let i = 0; i < length; i++) {
          const t = this.tag();
          if (t !== '-') a[i] = this.value(t);
        }
        this.properties(a, '$');
        this.varint();
        a.length = length;
        return a;
      }
      case 'a': {
        const a = this.keep([]);
        a.length = this.varint();
        this.properties(a, '@');
        this.varint();
        return a;
      }
      case 'D': return this.keep(new Date(this.double()));
      case 'y': return this.keep(Object(true));
      case 'x': return this.keep(Object(false));
      case 'n': return this.keep(Object(this.double()));
      case 'z': return this.keep(Object(this.bigint()));
      case 's': return this.keep(Object(this.string()));
      case 'R': {
        const source = this.string();
        const bits = this.varint();
        return this.keep(new RegExp(source, flags.filter((f, i) => bits & 1 << i).join('')));
      }
      case ';': {
        const m = this.keep(new Map());
        for (let t; (t = this.tag()) !== ':';) m.set(this.value(t), this.value());
        this.varint();
        return m;
      }
      case "'": {
        const s = this.keep(new Set());
        for (let t; (t = this.tag()) !== ',';) s.add(this.value(t));
        this.varint();
        return s;
      }
      case 'B': return this.keep(Uint8Array.from(this.take(this.varint())).buffer);
      case 'r': return this.error();
      case '\\': return this.view();
    }
    return this.fail();
  }
  error() {
    const at = this.#objects.push(undefined) - 1;
    let Class = Error;
    let message;
    let stack;
    for (;;) {
      const tag = this.tag();
      if (tag === '.') break;
      if (errors[tag]) Class = errors[tag];
      else if (tag === 'm') message = this.string();
      else if (tag === 's') stack = this.string();
      else this.fail();
    }
    const e = message === undefined ? new Class() : new Class(message);
    Object.defineProperty(e, 'stack', { value: stack, writable: true, configurable: true });
    return this.#objects[at] = e;
  }
  view() {
    const C = views[this.varint()];
    const bytes = this.take(this.varint());
    if (!C) this.fail();
    if (C === Buffer) return this.keep(Buffer.from(bytes));
    const { buffer } = Uint8Array.from(bytes);
    return this.keep(C === DataView ? new DataView(buffer) : new C(buffer));
  }
}

exports.serialize = (value) => {
  const w = new Writer();
  w.raw([255, 15]);
  w.value(value);
  return w.finish();
};
exports.deserialize = (buffer) => {
  if (!ArrayBuffer.isView(buffer)) throw new TypeError('buffer must be a TypedArray or a DataView');
  return new Reader(buffer).value();
};
