'use strict';
// Blob and File: immutable bytes.

const check = require('internal/validators');
const { enumerable, tag, invalidThis } = require('internal/event_target');
const inspectCustom = Symbol.for('nodejs.util.inspect.custom');

let bytesOf, isBlob, copy;

function collect(sources, endings) {
  if (sources === null || typeof sources !== 'object' && typeof sources !== 'function' || typeof sources[Symbol.iterator] !== 'function')
    check.typeError('sources', 'a sequence', sources);
  const { Buffer } = require('buffer');
  return Buffer.concat([...sources].map((s) => {
    if (isBlob(s)) return bytesOf(s);
    if (ArrayBuffer.isView(s)) return Buffer.from(new Uint8Array(s.buffer, s.byteOffset, s.byteLength));
    if (s instanceof ArrayBuffer || s instanceof SharedArrayBuffer) return Buffer.from(new Uint8Array(s));
    s = `${s}`.toWellFormed();
    return Buffer.from(endings === 'native' ? s.replace(/\r\n?/g, '\n') : s);
  }));
}

class Blob {
  #bytes;
  #type;
  static {
    isBlob = (v) => v !== null && typeof v === 'object' && #bytes in v;
    bytesOf = (v, name = 'Blob') => { if (!isBlob(v)) throw invalidThis(name); return v.#bytes; };
    copy = (v, from = 0, to = undefined, type = v.#type) => {
      const b = new Blob();
      b.#bytes = v.#bytes.subarray(from, to);
      b.#type = type;
      return b;
    };
  }
  constructor(sources = [], options = {}) {
    check.options(options, 'options');
    const { type = '', endings = 'transparent' } = options ?? {};
    if (endings !== 'transparent' && endings !== 'native') check.argumentValue('options.endings', endings, 'is invalid');
    this.#bytes = collect(sources, endings);
    this.#type = typeType(type);
  }
  get type() { bytesOf(this); return this.#type; }
  get size() { return bytesOf(this).length; }
  slice(start = 0, end = undefined, contentType = '') {
    bytesOf(this);
    return copy(this, start, end, typeType(contentType));
  }
  async arrayBuffer() {
    const b = bytesOf(this);
    return b.buffer.slice(b.byteOffset, b.byteOffset + b.length);
  }
  async text() {
    const { TextDecoder } = require('internal/encoding');
    return new TextDecoder().decode(bytesOf(this));
  }
  stream() {
    const bytes = new Uint8Array(bytesOf(this));
    return new globalThis.ReadableStream({
      type: 'bytes',
      start(controller) {
        if (bytes.length > 0) controller.enqueue(bytes);
        controller.close();
      },
    });
  }
  [inspectCustom](depth, options, inspect) {
    if (depth < 0) return this;
    return `Blob ${inspect({ size: this.size, type: this.type }, options)}`;
  }
}
enumerable(Blob.prototype, ['size', 'type', 'slice', 'stream', 'text', 'arrayBuffer']);
tag(Blob.prototype, 'Blob');

const typeType = (type) => {
  type = `${type}`;
  return /[^\x20-\x7E]/.test(type) ? '' : type.toLowerCase();
};

let fileOf;
class File extends Blob {
  #name;
  #modified;
  static { fileOf = (v) => { if (v === null || typeof v !== 'object' || !(#name in v)) throw invalidThis('File'); return { name: v.#name, modified: v.#modified }; }; }
  constructor(bits, name, options) {
    if (arguments.length < 2) throw require('internal/event_target').missing('fileBits', 'fileName');
    super(bits, options);
    this.#name = `${name}`.toWellFormed();
    this.#modified = options?.lastModified !== undefined ? Number(options.lastModified) || 0 : Date.now();
  }
  get name() { return fileOf(this).name; }
  get lastModified() { return fileOf(this).modified; }
  [inspectCustom](depth, options, inspect) {
    if (depth < 0) return this;
    return `File ${inspect({ size: this.size, type: this.type, name: this.name, lastModified: this.lastModified }, options)}`;
  }
}
enumerable(File.prototype, ['name', 'lastModified']);
tag(File.prototype, 'File');

module.exports = { Blob, File, isBlob, copy, resolveObjectURL: () => undefined };
