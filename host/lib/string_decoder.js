'use strict';
// node:string_decoder: text from bytes that come in pieces.

const check = require('internal/validators');

const kRest = Symbol('kRest'); // the bytes of an unfinished character

// It is a function, not a class: programs call it for objects of their own.
function StringDecoder(encoding) {
  const name = encoding === undefined || encoding === null || encoding === '' ? 'utf8' : binding.canonical(`${encoding}`);
  if (name === undefined) check.fail(TypeError, 'ERR_UNKNOWN_ENCODING', `Unknown encoding: ${encoding}`);
  this.encoding = name;
  Object.defineProperty(this, kRest, { value: new Uint8Array(0), writable: true });
}

// incomplete counts the bytes at the end that begin a character.
function incomplete(bytes, encoding) {
  const n = bytes.length;
  switch (encoding) {
    case 'utf8': return binding.incomplete(bytes);
    case 'utf16le': {
      if (n % 2 === 1) return 1;
      const high = n >= 2 ? bytes[n - 1] : 0;
      return high >= 0xD8 && high < 0xDC ? 2 : 0;
    }
    case 'base64': case 'base64url': return n % 3;
  }
  return 0;
}

class Methods {
  get lastNeed() { return this[kRest].length === 0 ? 0 : this.lastTotal - this[kRest].length; }
  get lastTotal() {
    const b = this[kRest][0];
    if (this[kRest].length === 0) return 0;
    if (this.encoding === 'utf8') return b >= 0xF0 ? 4 : b >= 0xE0 ? 3 : 2;
    return this.encoding === 'utf16le' ? this[kRest].length < 2 ? 2 : 4 : 3;
  }
  get lastChar() {
    const b = require('buffer').Buffer.alloc(4);
    b.set(this[kRest]);
    return b;
  }
  write(chunk) {
    if (typeof chunk === 'string') return chunk;
    if (!ArrayBuffer.isView(chunk)) check.typeError('buf', 'an instance of Buffer, TypedArray, or DataView', chunk);
    let bytes = new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    if (this[kRest].length > 0) {
      const all = new Uint8Array(this[kRest].length + bytes.length);
      all.set(this[kRest]);
      all.set(bytes, this[kRest].length);
      bytes = all;
    }
    const keep = incomplete(bytes, this.encoding);
    this[kRest] = bytes.slice(bytes.length - keep);
    return binding.decode(bytes, this.encoding, 0, bytes.length - keep);
  }
  end(chunk) {
    const s = chunk !== undefined ? this.write(chunk) : '';
    const rest = this[kRest];
    this[kRest] = new Uint8Array(0);
    return s + binding.decode(rest, this.encoding);
  }
  text(chunk, offset) {
    this[kRest] = new Uint8Array(0);
    return this.write(chunk.slice(offset));
  }
}

for (const name of ['lastNeed', 'lastTotal', 'lastChar', 'write', 'end', 'text'])
  Object.defineProperty(StringDecoder.prototype, name, { ...Object.getOwnPropertyDescriptor(Methods.prototype, name), enumerable: true });

module.exports = { StringDecoder };
