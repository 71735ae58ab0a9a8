'use strict';
// TextEncoder and TextDecoder.

const check = require('internal/validators');
const { enumerable, tag, invalidThis } = require('internal/event_target');
const inspectCustom = Symbol.for('nodejs.util.inspect.custom');

class TextEncoder {
  #brand = true;
  get encoding() { brand(this); return 'utf-8'; }
  encode(input = '') {
    brand(this);
    return binding.encode(`${input}`, 'utf8');
  }
  encodeInto(source, dest) {
    brand(this);
    check.string(source, 'src');
    if (!(dest instanceof Uint8Array)) check.typeError('dest', 'an instance of Uint8Array', dest);
    const [read, written] = binding.encodeInto(source, dest);
    return { read, written };
  }
  [inspectCustom](depth, options, inspect) {
    if (typeof depth === 'number' && depth < 0) return this;
    return inspect({ __proto__: { constructor: this.constructor === undefined ? TextEncoder : this.constructor }, encoding: this.encoding }, options);
  }
  static is(v) { return v !== null && typeof v === 'object' && #brand in v; }
}
const { is } = TextEncoder;
delete TextEncoder.is;
const brand = (v) => { if (!is(v)) throw invalidThis('TextEncoder'); };
enumerable(TextEncoder.prototype, ['encode', 'encodeInto', 'encoding']);
tag(TextEncoder.prototype, 'TextEncoder');

const labels = {
  'utf-8': ['unicode-1-1-utf-8', 'unicode11utf8', 'unicode20utf8', 'utf-8', 'utf8', 'x-unicode20utf8'],
  'utf-16le': ['csunicode', 'iso-10646-ucs-2', 'ucs-2', 'unicode', 'unicodefeff', 'utf-16', 'utf-16le'],
  'utf-16be': ['unicodefffe', 'utf-16be'],
  'windows-1252': ['ansi_x3.4-1968', 'ascii', 'cp1252', 'cp819', 'csisolatin1', 'ibm819', 'iso-8859-1', 'iso-ir-100', 'iso8859-1', 'iso88591',
    'iso_8859-1', 'iso_8859-1:1987', 'l1', 'latin1', 'us-ascii', 'windows-1252', 'x-cp1252'],
};
const encodingOf = new Map(Object.entries(labels).flatMap(([name, list]) => list.map((l) => [l, name])));
const windows1252 = '\u20AC\x81\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\x8D\u017D\x8F\x90\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\x9D\u017E\u0178';

const kEmpty = new Uint8Array(0);

class TextDecoder {
  #encoding;
  #fatal;
  #ignoreBOM;
  #rest = kEmpty; // of a character that has begun
  #bomSeen = false;
  constructor(encoding = 'utf-8', options = undefined) {
    encoding = `${encoding}`;
    if (options !== undefined) check.options(options, 'options');
    const name = encodingOf.get(encoding.replace(/^[\t\n\f\r ]+|[\t\n\f\r ]+$/g, '').toLowerCase());
    if (name === undefined) check.fail(RangeError, 'ERR_ENCODING_NOT_SUPPORTED', `The "${encoding}" encoding is not supported`);
    this.#encoding = name;
    this.#fatal = !!options?.fatal;
    this.#ignoreBOM = !!options?.ignoreBOM;
  }
  static #of(v) {
    if (v === null || typeof v !== 'object' || !(#encoding in v)) throw invalidThis('TextDecoder');
    return v;
  }
  get encoding() { return TextDecoder.#of(this).#encoding; }
  get fatal() { return TextDecoder.#of(this).#fatal; }
  get ignoreBOM() { return TextDecoder.#of(this).#ignoreBOM; }
  decode(input = kEmpty, options = undefined) {
    TextDecoder.#of(this);
    if (!ArrayBuffer.isView(input)) {
      const kind = binding.kind(input);
      if (kind !== 'ArrayBuffer' && kind !== 'SharedArrayBuffer')
        check.fail(TypeError, 'ERR_INVALID_ARG_TYPE', 'The "list" argument must be an instance of SharedArrayBuffer, ArrayBuffer or ArrayBufferView.');
      input = new Uint8Array(input);
    } else {
      input = new Uint8Array(input.buffer, input.byteOffset, input.byteLength);
    }
    if (options !== undefined) check.options(options, 'options');
    const stream = !!options?.stream;
    let bytes = input;
    if (this.#rest.length > 0) {
      bytes = new Uint8Array(this.#rest.length + input.length);
      bytes.set(this.#rest);
      bytes.set(input, this.#rest.length);
      this.#rest = kEmpty;
    }
    let text;
    try {
      text = this.#text(bytes, stream);
    } catch (e) {
      this.#bomSeen = false;
      throw e;
    }
    if (!this.#bomSeen && text.length > 0) {
      if (!this.#ignoreBOM && text.charCodeAt(0) === 0xFEFF && this.#encoding !== 'windows-1252') text = text.slice(1);
      this.#bomSeen = true;
    }
    if (!stream) this.#bomSeen = false;
    return text;
  }
  #keep(bytes, n) {
    if (n === 0) return bytes;
    this.#rest = bytes.slice(bytes.length - n);
    return bytes.subarray(0, bytes.length - n);
  }
  #text(bytes, stream) {
    const fail = () => check.fail(TypeError, 'ERR_ENCODING_INVALID_ENCODED_DATA', `The encoded data was not valid for encoding ${this.#encoding}`);
    switch (this.#encoding) {
      case 'utf-8':
        if (stream) bytes = this.#keep(bytes, binding.incomplete(bytes));
        if (this.#fatal && !binding.isUTF8(bytes)) fail();
        return binding.decode(bytes, 'utf8');
      case 'windows-1252':
        return binding.decode(bytes, 'latin1').replace(/[\x80-\x9F]/g, (c) => windows1252[c.charCodeAt(0) - 0x80]);
    }
    if (this.#encoding === 'utf-16be') {
      bytes = bytes.slice();
      for (let i = 0; i + 1 < bytes.length; i += 2) [bytes[i], bytes[i + 1]] = [bytes[i + 1], bytes[i]];
    }
    let rest = bytes.length % 2;
    const high = bytes.length - rest >= 2 ? bytes[bytes.length - rest - 1] : 0;
    if (stream && high >= 0xD8 && high < 0xDC) rest += 2;
    if (stream) {
      bytes = this.#keep(bytes, rest);
      if (this.#encoding === 'utf-16be' && rest > 2) [this.#rest[0], this.#rest[1]] = [this.#rest[1], this.#rest[0]];
      rest = 0;
    }
    const text = binding.decode(bytes, 'utf16le');
    if (this.#fatal && (rest || !text.isWellFormed())) fail();
    return text.toWellFormed() + (rest ? '\uFFFD' : '');
  }
  [inspectCustom](depth, options, inspect) {
    TextDecoder.#of(this);
    if (typeof depth === 'number' && depth < 0) return this;
    return `TextDecoder ${inspect({ fatal: this.fatal, encoding: this.encoding, ignoreBOM: this.ignoreBOM }, options)}`;
  }
}
enumerable(TextDecoder.prototype, ['decode', 'encoding', 'fatal', 'ignoreBOM']);
tag(TextDecoder.prototype, 'TextDecoder');

module.exports = { TextEncoder, TextDecoder };
