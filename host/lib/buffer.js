'use strict';
// node:buffer: Uint8Arrays with conversions to and from text.

const check = require('internal/validators');
const numbers = require('internal/buffer_numbers');
const inspectCustom = Symbol.for('nodejs.util.inspect.custom');
const kMaxLength = 2 ** 32;
const MAX_STRING_LENGTH = 2 ** 29 - 24;
const poolSize = 8192;

class FastBuffer extends Uint8Array {}

function Buffer(arg, encodingOrOffset, length) {
  if (typeof arg === 'number') {
    if (typeof encodingOrOffset === 'string') check.typeError('string', 'of type string', arg);
    return Buffer.alloc(arg);
  }
  return Buffer.from(arg, encodingOrOffset, length);
}
Object.setPrototypeOf(Buffer, Uint8Array);
Buffer.prototype = FastBuffer.prototype;
Object.defineProperty(Buffer.prototype, 'constructor', { value: Buffer, writable: true, configurable: true });
Object.defineProperty(Buffer, Symbol.species, { get() { return FastBuffer; }, configurable: true });

const wrap = (bytes) => new FastBuffer(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const isAnyBuffer = (v) => {
  const kind = binding.kind(v);
  return kind === 'ArrayBuffer' || kind === 'SharedArrayBuffer';
};
const toSize = (size) => {
  if (typeof size !== 'number') check.typeError('size', 'of type number', size);
  if (!(size >= 0 && size <= kMaxLength)) numbers.outOfRange('size', `>= 0 && <= ${kMaxLength}`, size);
  return size;
};

function codec(name) {
  if (name === undefined || name === null || name === '') return 'utf8';
  const e = binding.canonical(`${name}`);
  if (e === undefined) check.fail(TypeError, 'ERR_UNKNOWN_ENCODING', `Unknown encoding: ${name}`);
  return e;
}

const fromText = (s, name) => wrap(binding.encode(s, codec(typeof name === 'string' ? name : undefined)));

function fromObject(v) {
  if (v.length !== undefined || isAnyBuffer(v.buffer)) {
    if (typeof v.length !== 'number') return new FastBuffer();
    return fromArrayLike(v);
  }
  if (v.type === 'Buffer' && Array.isArray(v.data)) return fromArrayLike(v.data);
}

function fromArrayLike(v) {
  const n = v.length > 0 ? Math.trunc(v.length) : 0;
  const b = new FastBuffer(n);
  if (ArrayBuffer.isView(v)) b.set(v);
  else for (let i = 0; i < n; i++) b[i] = v[i];
  return b;
}

const statics = {
  poolSize,
  from(value, encodingOrOffset, length) {
    if (typeof value === 'string') return fromText(value, encodingOrOffset);
    if (typeof value === 'object' && value !== null) {
      if (isAnyBuffer(value)) return fromArrayBuffer(value, encodingOrOffset, length);
      const primitive = value.valueOf && value.valueOf();
      if (primitive !== undefined && primitive !== null && primitive !== value && (typeof primitive === 'string' || typeof primitive === 'object'))
        return statics.from(primitive, encodingOrOffset, length);
      const b = fromObject(value);
      if (b) return b;
      if (typeof value[Symbol.toPrimitive] === 'function') {
        const p = value[Symbol.toPrimitive]('string');
        if (typeof p === 'string') return fromText(p, encodingOrOffset);
      }
    }
    check.typeError('first argument', 'of type string or an instance of Buffer, ArrayBuffer, or Array or an Array-like Object', value);
  },
  copyBytesFrom(view, offset, length) {
    if (!ArrayBuffer.isView(view) || binding.kind(view) === 'DataView') check.typeError('view', 'an instance of TypedArray', view);
    const part = view.subarray(offset ?? 0, length === undefined ? undefined : (offset ?? 0) + length);
    return wrap(new Uint8Array(part.buffer.slice(part.byteOffset, part.byteOffset + part.byteLength)));
  },
  of(...items) {
    const b = new FastBuffer(items.length);
    items.forEach((v, i) => { b[i] = v; });
    return b;
  },
  alloc(size, fill, encoding) {
    const b = new FastBuffer(toSize(size));
    return fill !== undefined && fill !== 0 && size > 0 ? b.fill(fill, encoding) : b;
  },
  allocUnsafe(size) { return new FastBuffer(toSize(size)); },
  allocUnsafeSlow(size) { return new FastBuffer(toSize(size)); },
  isBuffer(b) { return b instanceof Buffer; },
  compare(a, b) {
    needBytes(a, 'buf1');
    needBytes(b, 'buf2');
    return binding.compare(a, b);
  },
  isEncoding(name) { return typeof name === 'string' && name.length !== 0 && binding.canonical(name) !== undefined; },
  concat(list, length) {
    check.array(list, 'list');
    if (list.length === 0) return new FastBuffer();
    if (length === undefined) {
      length = 0;
      for (const b of list) if (b.length) length += b.length;
    } else {
      check.integer(length, 'length', 0, Number.MAX_SAFE_INTEGER);
    }
    const out = new FastBuffer(length);
    let at = 0;
    for (let i = 0; i < list.length; i++) {
      const b = list[i];
      if (!(b instanceof Uint8Array)) check.typeError(`list[${i}]`, 'an instance of Buffer or Uint8Array', b);
      if (at + b.length > length) {
        out.set(b.subarray(0, length - at), at);
        break;
      }
      out.set(b, at);
      at += b.length;
    }
    return out;
  },
  byteLength(v, encoding) {
    if (typeof v !== 'string') {
      if (ArrayBuffer.isView(v) || isAnyBuffer(v)) return v.byteLength;
      check.typeError('string', 'of type string or an instance of Buffer or ArrayBuffer', v);
    }
    switch (binding.canonical(`${encoding}`)) {
      case 'latin1': case 'ascii': return v.length;
      case 'utf16le': return v.length * 2;
      case 'hex': return v.length >>> 1;
      case 'base64': case 'base64url': {
        let n = v.length;
        if (n > 1 && v.charCodeAt(n - 1) === 0x3D) n--;
        if (n > 1 && v.charCodeAt(n - 1) === 0x3D) n--;
        return n * 3 >>> 2;
      }
    }
    return binding.byteLength(v);
  },
};

function fromArrayBuffer(buffer, offset, length) {
  offset = offset === undefined ? 0 : +offset || 0;
  const max = buffer.byteLength - offset;
  if (max < 0) check.fail(RangeError, 'ERR_BUFFER_OUT_OF_BOUNDS', '"offset" is outside of buffer bounds');
  if (length === undefined) {
    length = max;
  } else {
    length = +length;
    if (!(length > 0)) length = 0;
    else if (length > max) check.fail(RangeError, 'ERR_BUFFER_OUT_OF_BOUNDS', '"length" is outside of buffer bounds');
  }
  return new FastBuffer(buffer, offset, length);
}

function needBytes(v, name) {
  if (!(v instanceof Uint8Array)) check.typeError(name, 'an instance of Buffer or Uint8Array', v);
}

for (const k of Object.keys(statics)) Object.defineProperty(Buffer, k, { value: statics[k], writable: true, enumerable: true, configurable: true });

const clamp = (v, fallback, max) => {
  if (v === undefined) return fallback;
  v = Math.trunc(+v) || 0;
  return v < 0 ? 0 : v > max ? max : v;
};

function search(b, value, from, encoding, last) {
  if (typeof from === 'string') {
    encoding = from;
    from = undefined;
  }
  from = from === undefined ? NaN : Math.max(-0x80000000, Math.min(0x7FFFFFFF, +from));
  if (Number.isNaN(from)) from = last ? b.length || b.byteLength : 0;
  if (typeof value === 'number') return binding.indexOf(b, new Uint8Array([value]), Math.trunc(from), last, 1);
  const name = codec(encoding);
  if (typeof value === 'string') value = binding.encode(value, name);
  else if (!(value instanceof Uint8Array)) check.typeError('value', 'one of type number or string or an instance of Buffer or Uint8Array', value);
  if (value.length === 0) {
    if (from < 0) from += b.length;
    return Math.max(0, Math.min(Math.trunc(from), b.length));
  }
  return binding.indexOf(b, value, Math.trunc(from), last, name === 'utf16le' ? 2 : 1);
}

function writer(name) {
  return function(string, offset, length) {
    if (offset === undefined) offset = 0;
    else if (!(offset >= 0 && offset <= this.length)) check.fail(RangeError, 'ERR_BUFFER_OUT_OF_BOUNDS', '"offset" is outside of buffer bounds');
    if (typeof string !== 'string') check.fail(TypeError, 'ERR_INVALID_ARG_TYPE', 'argument must be a string');
    return put(this, string, name, offset, length === undefined ? this.length - offset : Math.min(length, this.length - offset));
  };
}

function put(b, string, name, offset, length) {
  if (name === 'utf8') return binding.encodeInto(string, b.subarray(offset, offset + length))[1];
  let bytes = binding.encode(string, name);
  if (name === 'utf16le') length &= ~1;
  if (bytes.length > length) bytes = bytes.subarray(0, length);
  b.set(bytes, offset);
  return bytes.length;
}

function swap(size) {
  return function() {
    if (this.length % size !== 0) check.fail(RangeError, 'ERR_INVALID_BUFFER_SIZE', `Buffer size must be a multiple of ${size * 8}-bits`);
    for (let i = 0; i < this.length; i += size) this.subarray(i, i + size).reverse();
    return this;
  };
}

const methods = {
  copy(target, targetStart, sourceStart, sourceEnd) {
    needBytes(this, 'source');
    needBytes(target, 'target');
    const index = (v, fallback, name, max) => {
      if (v === undefined) return fallback;
      v = Math.trunc(+v) || 0;
      if (v < 0 || max !== undefined && v > max) numbers.outOfRange(name, max === undefined ? '>= 0' : `>= 0 && <= ${max}`, v);
      return v;
    };
    const at = index(targetStart, 0, 'targetStart');
    const start = index(sourceStart, 0, 'sourceStart', this.length);
    let end = index(sourceEnd, this.length, 'sourceEnd');
    if (at >= target.length || start >= end) return 0;
    end = Math.min(end, this.length, start + target.length - at);
    target.set(this.subarray(start, end), at);
    return end - start;
  },
  toString(encoding, start, end) {
    if (arguments.length === 0) return binding.decode(this, 'utf8');
    const n = this.length;
    start = start === undefined || start <= 0 || Number.isNaN(+start) ? 0 : Math.trunc(start);
    if (start >= n) return '';
    end = end === undefined || end > n ? n : Math.trunc(+end) || 0;
    if (end <= start) return '';
    return binding.decode(this, codec(encoding), start, end);
  },
  equals(other) {
    needBytes(other, 'otherBuffer');
    return this === other || this.byteLength === other.byteLength && binding.compare(this, other) === 0;
  },
  inspect(depth, options) { return methods[inspectCustom].call(this, depth, options, require('util').inspect); },
  [inspectCustom](depth, options, inspect) {
    const max = module.exports.INSPECT_MAX_BYTES;
    let s = binding.decode(this, 'hex', 0, Math.min(max, this.length)).replace(/(.{2})/g, '$1 ').trim();
    const rest = this.length - max;
    if (rest > 0) s += ` ... ${rest} more byte${rest > 1 ? 's' : ''}`;
    if (options) {
      const extra = {};
      let any = false;
      for (const k of Object.keys(this).slice(this.length)) {
        any = true;
        extra[k] = this[k];
      }
      if (any) {
        if (this.length !== 0) s += ', ';
        s += inspect(extra, { ...options, breakLength: Infinity, compact: true }).slice(2, -2);
      }
    }
    const name = this.constructor?.name ?? 'Buffer';
    return `<${name} ${s}>`;
  },
  compare(target, start, end, thisStart, thisEnd) {
    needBytes(target, 'target');
    if (arguments.length === 1) return binding.compare(this, target);
    const index = (v, fallback, name, max) => {
      if (v === undefined) return fallback;
      check.integer(v, name, 0, max);
      return v;
    };
    start = index(start, 0, 'targetStart', Number.MAX_SAFE_INTEGER);
    end = index(end, target.length, 'targetEnd', target.length);
    thisStart = index(thisStart, 0, 'sourceStart', Number.MAX_SAFE_INTEGER);
    thisEnd = index(thisEnd, this.length, 'sourceEnd', this.length);
    if (thisStart >= thisEnd) return start >= end ? 0 : -1;
    if (start >= end) return 1;
    return binding.compare(this.subarray(thisStart, thisEnd), target.subarray(start, end));
  },
  indexOf(value, byteOffset, encoding) { return search(this, value, byteOffset, encoding, false); },
  lastIndexOf(value, byteOffset, encoding) { return search(this, value, byteOffset, encoding, true); },
  includes(value, byteOffset, encoding) { return search(this, value, byteOffset, encoding, false) !== -1; },
  fill(value, offset, end, encoding) {
    if (typeof value === 'string') {
      if (typeof offset === 'string') { encoding = offset; offset = undefined; }
      else if (typeof end === 'string') { encoding = end; end = undefined; }
      if (encoding !== undefined) check.string(encoding, 'encoding');
    }
    const from = offset === undefined ? 0 : offset;
    const to = end === undefined ? this.length : end;
    check.number(from, 'offset');
    check.number(to, 'end');
    if (from < 0) numbers.outOfRange('offset', '>= 0', from);
    if (to < 0 || to > this.length) numbers.outOfRange('end', `>= 0 && <= ${this.length}`, to);
    if (from >= to) return this;
    const given = value;
    if (typeof value === 'string') value = value.length === 0 ? 0 : binding.encode(value, codec(encoding));
    if (ArrayBuffer.isView(value)) {
      if (value.length === 0) check.argumentValue('value', given, 'is invalid');
      if (value.length > 1) {
        for (let i = from; i < to; i += value.length) this.set(i + value.length > to ? value.subarray(0, to - i) : value, i);
        return this;
      }
      value = value[0];
    }
    Uint8Array.prototype.fill.call(this, typeof value === 'boolean' ? +value : value & 255, from, to);
    return this;
  },
  write(string, offset, length, encoding) {
    if (typeof string !== 'string') check.fail(TypeError, 'ERR_INVALID_ARG_TYPE', 'argument must be a string');
    if (offset === undefined) return put(this, string, 'utf8', 0, this.length);
    if (length === undefined && typeof offset === 'string') { encoding = offset; length = this.length; offset = 0; }
    else {
      check.integer(offset, 'offset', 0, this.length);
      const remaining = this.length - offset;
      if (length === undefined) length = remaining;
      else if (typeof length === 'string') { encoding = length; length = remaining; }
      else {
        check.integer(length, 'length', 0, this.length);
        if (length > remaining) length = remaining;
      }
    }
    return put(this, string, codec(encoding), offset, length);
  },
  toJSON() {
    return { type: 'Buffer', data: Array.from(this) };
  },
  subarray(start, end) {
    const n = this.length;
    const at = (v, fallback) => {
      if (v === undefined) return fallback;
      v = Math.trunc(+v) || 0;
      return v < 0 ? Math.max(v + n, 0) : Math.min(v, n);
    };
    start = at(start, 0);
    end = Math.max(at(end, n), start);
    return new FastBuffer(this.buffer, this.byteOffset + start, end - start);
  },
  slice(start, end) { return this.subarray(start, end); },
  swap16: swap(2), swap32: swap(4), swap64: swap(8),
  ...numbers.methods,
};
methods.toLocaleString = methods.toString;
for (const [name, e] of [['ascii', 'ascii'], ['base64', 'base64'], ['base64url', 'base64url'], ['hex', 'hex'], ['latin1', 'latin1'], ['ucs2', 'utf16le'], ['utf8', 'utf8']]) {
  methods[`${name}Write`] = writer(e);
  methods[`${name}Slice`] = function(start, end) { return binding.decode(this, e, start, end); };
}
for (const k of Reflect.ownKeys(methods)) {
  const f = methods[k];
  if (typeof k === 'string' && /^(swap|\w+(Write|Slice)$)/.test(k)) Object.defineProperty(f, 'name', { value: k });
  Object.defineProperty(Buffer.prototype, k, { value: f, writable: true, enumerable: typeof k === 'string', configurable: true });
}
Object.defineProperty(Buffer.prototype, 'parent', { enumerable: true, get() { return this instanceof Buffer ? this.buffer : undefined; } });
Object.defineProperty(Buffer.prototype, 'offset', { enumerable: true, get() { return this instanceof Buffer ? this.byteOffset : undefined; } });

function SlowBuffer(length) { return new FastBuffer(toSize(length)); }
Object.setPrototypeOf(SlowBuffer.prototype, Uint8Array.prototype);
Object.setPrototypeOf(SlowBuffer, Uint8Array);

function invalidCharacter() {
  const { DOMException } = require('internal/dom_exception');
  return new DOMException('Invalid character', 'InvalidCharacterError');
}

function btoa(input) {
  if (arguments.length === 0) throw require('internal/event_target').missing('input');
  input = `${input}`;
  if (/[^\x00-\xFF]/.test(input)) throw invalidCharacter();
  return binding.decode(binding.encode(input, 'latin1'), 'base64');
}

function atob(input) {
  if (arguments.length === 0) throw require('internal/event_target').missing('input');
  let s = `${input}`.replace(/[\t\n\f\r ]/g, '');
  const bad = /[^A-Za-z0-9+/=]/.test(s);
  if (bad) throw invalidCharacter();
  if (s.length % 4 === 0) s = s.replace(/={1,2}$/, '');
  if (s.includes('=') || s.length % 4 === 1) {
    const { DOMException } = require('internal/dom_exception');
    throw new DOMException('The string to be decoded is not correctly encoded.', 'InvalidCharacterError');
  }
  return binding.decode(binding.encode(s, 'base64'), 'latin1');
}

function bytesOf(input) {
  if (ArrayBuffer.isView(input)) return new Uint8Array(input.buffer, input.byteOffset, input.byteLength);
  if (isAnyBuffer(input)) return new Uint8Array(input);
  check.typeError('input', 'an instance of ArrayBuffer, Buffer, or TypedArray', input);
}

module.exports = {
  Buffer, SlowBuffer,
  isUtf8: (input) => binding.isUTF8(bytesOf(input)),
  isAscii: (input) => bytesOf(input).every((b) => b < 128),
  transcode(source, from, to) {
    needBytes(source, 'source');
    return fromText(source.toString(from), to);
  },
  kMaxLength, kStringMaxLength: MAX_STRING_LENGTH, btoa, atob, INSPECT_MAX_BYTES: 50,
  constants: Object.defineProperties({}, {
    MAX_LENGTH: { value: kMaxLength, enumerable: true }, MAX_STRING_LENGTH: { value: MAX_STRING_LENGTH, enumerable: true },
  }),
};
for (const n of ['Blob', 'File', 'resolveObjectURL'])
  Object.defineProperty(module.exports, n, { enumerable: true, configurable: true, get: () => require('internal/blob')[n] });
