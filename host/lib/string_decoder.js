'use strict';
// node:string_decoder: text from bytes that come in pieces.

const check = require('internal/validators');

class StringDecoder {
  #rest = new Uint8Array(0);
  constructor(encoding) {
    const name = encoding === undefined || encoding === null || encoding === '' ? 'utf8' : binding.canonical(`${encoding}`);
    if (name === undefined) check.fail(TypeError, 'ERR_UNKNOWN_ENCODING', `Unknown encoding: ${encoding}`);
    this.encoding = name;
  }
  get lastNeed() { return this.#rest.length === 0 ? 0 : this.lastTotal - this.#rest.length; }
  get lastTotal() {
    const b = this.#rest[0];
    if (this.#rest.length === 0) return 0;
    if (this.encoding === 'utf8') return b >= 0xF0 ? 4 : b >= 0xE0 ? 3 : 2;
    return this.encoding === 'utf16le' ? this.#rest.length < 2 ? 2 : 4 : 3;
  }
  get lastChar() {
    const b = require('buffer').Buffer.alloc(4);
    b.set(this.#rest);
    return b;
  }
  write(chunk) {
    if (typeof chunk === 'string') return chunk;
    if (!ArrayBuffer.isView(chunk)) check.typeError('buf', 'an instance of Buffer, TypedArray, or DataView', chunk);
    let bytes = new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    if (this.#rest.length > 0) {
      const all = new Uint8Array(this.#rest.length + bytes.length);
      all.set(this.#rest);
      all.set(bytes, this.#rest.length);
      bytes = all;
    }
    const keep = this.#incomplete(bytes);
    this.#rest = bytes.slice(bytes.length - keep);
    return binding.decode(bytes, this.encoding, 0, bytes.length - keep);
  }
  #incomplete(bytes) {
    const n = bytes.length;
    switch (this.encoding) {
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
  end(chunk) {
    const s = chunk !== undefined ? this.write(chunk) : '';
    const rest = this.#rest;
    this.#rest = new Uint8Array(0);
    return s + binding.decode(rest, this.encoding);
  }
  text(chunk, offset) {
    this.#rest = new Uint8Array(0);
    return this.write(chunk.slice(offset));
  }
}

// StringDecoder may be called without new on an object that inherits from it.
function Decoder(encoding) {
  if (new.target) return Reflect.construct(StringDecoder, [encoding], new.target);
  return Object.assign(this, new StringDecoder(encoding));
}
Object.defineProperty(Decoder, 'name', { value: 'StringDecoder' });
Decoder.prototype = StringDecoder.prototype;
Object.defineProperty(Decoder.prototype, 'constructor', { value: Decoder, writable: true, configurable: true });

module.exports = { StringDecoder: Decoder };
