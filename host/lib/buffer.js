'use strict';
// node:buffer: Uint8Arrays with conversions to and from text.

const { TextEncoder, TextDecoder } = require('util');
const encoder = new TextEncoder();
const decoder = new TextDecoder();
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

const encodings = {
  utf8: { read: (b) => decoder.decode(b), write: (s) => encoder.encode(s) },
  latin1: { read: (b) => Array.from(b, (c) => String.fromCharCode(c)).join(''), write: (s) => Uint8Array.from(s, (c) => c.charCodeAt(0)) },
  hex: {
    read: (b) => Array.from(b, (c) => c.toString(16).padStart(2, '0')).join(''),
    write: (s) => Uint8Array.from((s.match(/^(?:[0-9a-fA-F]{2})*/)[0].match(/../g) ?? []), (h) => parseInt(h, 16)),
  },
  base64: { read: toBase64, write: fromBase64 },
  base64url: { read: (b) => toBase64(b).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, ''), write: fromBase64 },
  utf16le: {
    read: (b) => { let s = ''; for (let i = 0; i + 1 < b.length; i += 2) s += String.fromCharCode(b[i] | b[i + 1] << 8); return s; },
    write: (s) => Uint8Array.from({ length: s.length * 2 }, (_, i) => s.charCodeAt(i >> 1) >> (i & 1 ? 8 : 0)),
  },
};
encodings['utf-8'] = encodings.utf8;
encodings.binary = encodings.ascii = encodings.latin1;
encodings.ucs2 = encodings['utf-16le'] = encodings.utf16le;

function toBase64(b) {
  let s = '';
  for (let i = 0; i < b.length; i += 3) {
    const n = b[i] << 16 | (b[i + 1] ?? 0) << 8 | (b[i + 2] ?? 0);
    s += alphabet[n >> 18] + alphabet[n >> 12 & 63] + (i + 1 < b.length ? alphabet[n >> 6 & 63] : '=') + (i + 2 < b.length ? alphabet[n & 63] : '=');
  }
  return s;
}

function fromBase64(text) {
  const out = [];
  let bits = 0;
  let n = 0;
  for (const c of text.replace(/-/g, '+').replace(/_/g, '/')) {
    const v = alphabet.indexOf(c);
    if (c === '=') break;
    if (v < 0) continue;
    n = (n << 6 | v) & 0xFFFF;
    if ((bits += 6) >= 8) out.push(n >> (bits -= 8) & 255);
  }
  return Uint8Array.from(out);
}

function encoding(name = 'utf8') {
  const e = encodings[String(name).toLowerCase()];
  if (e) return e;
  const error = new TypeError(`Unknown encoding: ${name}`);
  error.code = 'ERR_UNKNOWN_ENCODING';
  throw error;
}

class Buffer extends Uint8Array {
  static from(value, offset, length) {
    if (typeof value === 'string') {
      const b = encoding(offset).write(value);
      return new Buffer(b.buffer, b.byteOffset, b.length);
    }
    if (value instanceof ArrayBuffer) return new Buffer(value, offset, length);
    const b = new Buffer(value.length ?? 0);
    for (let i = 0; i < b.length; i++) b[i] = value[i];
    return b;
  }
  static alloc(size, fill = 0, name) {
    const b = new Buffer(size);
    return fill === 0 ? b : b.fill(fill, 0, size, name);
  }
  static allocUnsafe(size) { return new Buffer(size); }
  static isBuffer(v) { return v instanceof Buffer; }
  static isEncoding(name) { return typeof name === 'string' && name.toLowerCase() in encodings; }
  static byteLength(v, name) { return typeof v === 'string' ? encoding(name).write(v).length : v.byteLength; }
  static concat(list, size = list.reduce((n, b) => n + b.length, 0)) {
    const out = Buffer.alloc(size);
    let at = 0;
    for (const b of list) {
      out.set(b.subarray(0, size - at), at);
      at += b.length;
      if (at >= size) break;
    }
    return out;
  }
  static compare(a, b) {
    for (let i = 0; i < a.length && i < b.length; i++) if (a[i] !== b[i]) return a[i] < b[i] ? -1 : 1;
    return Math.sign(a.length - b.length);
  }
  toString(name, start, end) { return encoding(name).read(this.subarray(start, end)); }
  equals(other) { return Buffer.compare(this, other) === 0; }
  compare(other) { return Buffer.compare(this, other); }
  slice(start, end) { return this.subarray(start, end); }
  toJSON() { return { type: 'Buffer', data: Array.from(this) }; }
  write(text, offset = 0, length, name) {
    const bytes = encoding(typeof length === 'string' ? length : name).write(text).subarray(0, this.length - offset);
    this.set(bytes, offset);
    return bytes.length;
  }
  fill(value, start, end, name) {
    if (typeof value === 'number') return super.fill(value, start, end);
    const bytes = typeof value === 'string' ? encoding(name).write(value) : value;
    for (let i = start ?? 0; i < (end ?? this.length) && bytes.length > 0; i++) this[i] = bytes[i % bytes.length];
    return this;
  }
  copy(target, at = 0, start = 0, end = this.length) {
    const part = this.subarray(start, Math.min(end, start + target.length - at));
    target.set(part, at);
    return part.length;
  }
  readUInt8(i = 0) { return this[i]; }
  [Symbol.for('nodejs.util.inspect.custom')]() {
    const shown = Array.from(this.subarray(0, 50), (c) => c.toString(16).padStart(2, '0'));
    const rest = this.length - 50;
    return `<Buffer${shown.length > 0 ? ' ' : ''}${shown.join(' ')}${rest > 0 ? ` ... ${rest} more byte${rest > 1 ? 's' : ''}` : ''}>`;
  }
}

module.exports = { Buffer, kMaxLength: 2 ** 32, constants: { MAX_LENGTH: 2 ** 32 } };
