'use strict';
// node:zlib

const { Buffer } = require('buffer');
const { Transform } = require('internal/streams/duplex');
const { eos } = require('internal/streams/end');
const validate = require('internal/validators');

const { make } = validate;

const constants = Object.assign(Object.create(null), {
  Z_NO_FLUSH: 0, Z_PARTIAL_FLUSH: 1, Z_SYNC_FLUSH: 2, Z_FULL_FLUSH: 3, Z_FINISH: 4, Z_BLOCK: 5,
  Z_OK: 0, Z_STREAM_END: 1, Z_NEED_DICT: 2, Z_ERRNO: -1, Z_STREAM_ERROR: -2, Z_DATA_ERROR: -3, Z_MEM_ERROR: -4, Z_BUF_ERROR: -5, Z_VERSION_ERROR: -6,
  Z_NO_COMPRESSION: 0, Z_BEST_SPEED: 1, Z_BEST_COMPRESSION: 9, Z_DEFAULT_COMPRESSION: -1,
  Z_FILTERED: 1, Z_HUFFMAN_ONLY: 2, Z_RLE: 3, Z_FIXED: 4, Z_DEFAULT_STRATEGY: 0, ZLIB_VERNUM: 4880,
  DEFLATE: 1, INFLATE: 2, GZIP: 3, GUNZIP: 4, DEFLATERAW: 5, INFLATERAW: 6, UNZIP: 7, BROTLI_DECODE: 8, BROTLI_ENCODE: 9,
  Z_MIN_WINDOWBITS: 8, Z_MAX_WINDOWBITS: 15, Z_DEFAULT_WINDOWBITS: 15, Z_MIN_CHUNK: 64, Z_MAX_CHUNK: Infinity, Z_DEFAULT_CHUNK: 16384,
  Z_MIN_MEMLEVEL: 1, Z_MAX_MEMLEVEL: 9, Z_DEFAULT_MEMLEVEL: 8, Z_MIN_LEVEL: -1, Z_MAX_LEVEL: 9, Z_DEFAULT_LEVEL: -1,
});
const codes = {};
for (const name of ['Z_OK', 'Z_STREAM_END', 'Z_NEED_DICT', 'Z_ERRNO', 'Z_STREAM_ERROR', 'Z_DATA_ERROR', 'Z_MEM_ERROR', 'Z_BUF_ERROR', 'Z_VERSION_ERROR']) {
  codes[name] = constants[name];
  codes[constants[name]] = name;
}
const maxLength = require('buffer').kMaxLength;
const formats = { raw: 0, zlib: 1, gzip: 2, auto: 3 };

function number(value, name, min, max, otherwise) {
  if (value === undefined || Number.isNaN(value)) return otherwise;
  if (typeof value !== 'number') validate.typeError(name, 'of type number', value);
  if (!(value >= min && value <= max)) {
    const range = max === Infinity ? `>= ${min}` : `>= ${min} and <= ${max}`;
    throw make(RangeError, 'ERR_OUT_OF_RANGE', `The value of "${name}" is out of range. It must be ${range}. Received ${value}`);
  }
  return value;
}

const bufferWant = 'of type string or an instance of Buffer, TypedArray, DataView, or ArrayBuffer';
function bytesOf(value, name, want) {
  if (typeof value === 'string') return Buffer.from(value);
  if (ArrayBuffer.isView(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  if (value instanceof ArrayBuffer) return new Uint8Array(value);
  return validate.typeError(name, want, value);
}

// settings reads the options of a stream or of a function.
function settings(options, compress, format) {
  const chunkSize = number(options?.chunkSize, 'options.chunkSize', 64, Infinity, 16384);
  const flush = number(options?.flush, 'options.flush', 0, 5, 0);
  const finishFlush = number(options?.finishFlush, 'options.finishFlush', 0, 5, 4);
  const maxOutput = number(options?.maxOutputLength, 'options.maxOutputLength', 1, maxLength, maxLength);
  if (!((options?.windowBits === undefined || options.windowBits === null || options.windowBits === 0) && !compress))
    number(options?.windowBits, 'options.windowBits', compress && format !== formats.zlib ? 9 : 8, 15, 15);
  const level = number(options?.level, 'options.level', -1, 9, -1);
  number(options?.memLevel, 'options.memLevel', 1, 9, 8);
  const strategy = number(options?.strategy, 'options.strategy', 0, 4, 0);
  const dictionary = options?.dictionary === undefined ? undefined :
    bytesOf(options.dictionary, 'options.dictionary', 'an instance of Buffer, TypedArray, DataView, or ArrayBuffer');
  return { chunkSize, flush, finishFlush, maxOutput, level: strategy === 2 ? -2 : level, dictionary };
}

const start = (kind, s) => kind.compress ? binding.deflate(kind.format, s.level, s.dictionary) : binding.inflate(kind.format, s.dictionary);

// Sizes of output are asked for; an error is returned in place of bytes.
const isError = (v) => v !== undefined && !ArrayBuffer.isView(v);

const kCodec = Symbol('kCodec');

function ZlibBase(kind, options) {
  const s = settings(options, kind.compress, kind.format);
  Object.defineProperty(this, kCodec, { value: { ...s, kind, handle: start(kind, s), resume: null, total: 0 } });
  this.bytesWritten = 0;
  Transform.call(this, { autoDestroy: true, ...options });
}
Object.setPrototypeOf(ZlibBase.prototype, Transform.prototype);
Object.setPrototypeOf(ZlibBase, Transform);

const methods = {
  _transform(chunk, encoding, cb) {
    if (typeof chunk === 'string') chunk = Buffer.from(chunk, encoding);
    this.bytesWritten += chunk.length;
    setImmediate(() => this._work(chunk, this[kCodec].flush, cb));
  },
  _flush(cb) {
    const s = this[kCodec];
    setImmediate(() => this._work(Buffer.alloc(0), s.finishFlush, (err) => {
      const bad = err || (s.finishFlush === 4 ? s.handle.end() : undefined);
      cb(bad);
    }));
  },
  // _work feeds a chunk and pushes what comes of it, as fast as it is read.
  _work(chunk, flush, cb) {
    const s = this[kCodec];
    if (this.destroyed) {
      cb();
      return;
    }
    const bad = s.handle.feed(chunk, flush);
    if (bad) {
      cb(bad);
      return;
    }
    const pump = () => {
      if (this.destroyed) {
        cb();
        return;
      }
      const out = s.handle.read(s.chunkSize);
      if (isError(out) || out.length === 0) {
        cb(isError(out) ? out : undefined);
        return;
      }
      s.total += out.length;
      if (s.total > s.maxOutput) {
        cb(tooLarge(s.maxOutput));
        return;
      }
      if (!this.push(Buffer.from(out.buffer, out.byteOffset, out.length))) s.resume = pump;
      else if (out.length < s.chunkSize) pump();
      else setImmediate(pump);
    };
    pump();
  },
  _read(n) {
    const s = this[kCodec];
    const f = s.resume;
    if (f) {
      s.resume = null;
      f();
    } else {
      Transform.prototype._read.call(this, n);
    }
  },
  flush(kind, callback) {
    if (typeof kind === 'function' || (kind === undefined && !callback)) [kind, callback] = [undefined, kind];
    if (this.writableFinished) {
      if (callback) process.nextTick(callback);
      return;
    }
    if (this.writableEnded) {
      if (callback) this.once('end', callback);
      return;
    }
    const s = this[kCodec];
    const before = s.flush;
    // An empty write, with a flush of its own.
    this.write(Buffer.alloc(0), () => {
      s.flush = before;
      callback?.();
    });
    s.flush = kind ?? 3;
  },
  close(callback) {
    if (callback) eos(this, () => process.nextTick(callback));
    this.destroy();
  },
  reset() {
    const s = this[kCodec];
    s.handle = start(s.kind, s);
  },
  params(level, strategy, callback) {
    number(level, 'level', -1, 9);
    number(strategy, 'strategy', 0, 4);
    this.flush(2, callback);
  },
};
Object.assign(ZlibBase.prototype, methods);
Object.defineProperty(ZlibBase.prototype, '_closed', { configurable: true, get() { return this.destroyed; } });

const tooLarge = (n) => make(RangeError, 'ERR_BUFFER_TOO_LARGE', `Cannot create a Buffer larger than ${n} bytes`);

// run is the whole of a compression or decompression.
function run(kind, data, options) {
  const bytes = bytesOf(data, 'buffer', bufferWant);
  const s = settings(options, kind.compress, kind.format);
  const handle = start(kind, s);
  let bad = handle.feed(bytes, s.finishFlush);
  if (bad) throw bad;
  const parts = [];
  let total = 0;
  while (true) {
    const out = handle.read(Math.max(s.chunkSize, 65536));
    if (isError(out)) throw out;
    if (out.length === 0) break;
    total += out.length;
    if (total > s.maxOutput) throw tooLarge(s.maxOutput);
    parts.push(out);
  }
  if (s.finishFlush === 4 && (bad = handle.end())) throw bad;
  if (parts.length === 1) return Buffer.from(parts[0].buffer, parts[0].byteOffset, parts[0].length);
  return Buffer.concat(parts, total);
}

const kinds = {
  Deflate: { compress: true, format: formats.zlib }, Inflate: { compress: false, format: formats.zlib },
  Gzip: { compress: true, format: formats.gzip }, Gunzip: { compress: false, format: formats.gzip },
  DeflateRaw: { compress: true, format: formats.raw }, InflateRaw: { compress: false, format: formats.raw },
  Unzip: { compress: false, format: formats.auto },
};

for (const name of Object.keys(kinds)) {
  const kind = kinds[name];
  const Class = { [name]: function(options) {
    if (!(this instanceof Class)) return new Class(options);
    ZlibBase.call(this, kind, options);
  } }[name];
  Object.setPrototypeOf(Class.prototype, ZlibBase.prototype);
  Object.setPrototypeOf(Class, ZlibBase);
  exports[name] = Class;
  exports[`create${name}`] = (options) => new Class(options);
  const plain = name[0].toLowerCase() + name.slice(1);
  exports[`${plain}Sync`] = (buffer, options) => run(kind, buffer, options);
  exports[plain] = (buffer, options, callback) => {
    if (typeof options === 'function') [options, callback] = [{}, options];
    validate.function(callback, 'callback');
    const bytes = Uint8Array.from(bytesOf(buffer, 'buffer', bufferWant));
    settings(options, kind.compress, kind.format);
    setImmediate(() => {
      let value;
      try {
        value = run(kind, bytes, options);
      } catch (err) {
        callback(err);
        return;
      }
      callback(null, value);
    });
  };
}

// Programs look for createBrotliCompress to learn whether there is Brotli, so
// only the functions that nobody looks for are there to explain themselves.
for (const name of ['brotliCompress', 'brotliCompressSync', 'brotliDecompress', 'brotliDecompressSync'])
  exports[name] = () => { throw make(Error, 'ERR_FEATURE_UNAVAILABLE_ON_PLATFORM', `zlib.${name}: Brotli is not available in Burrow`); };

exports.crc32 = (data, value = 0) => {
  if (typeof data !== 'string' && !ArrayBuffer.isView(data)) validate.typeError('data', 'of type string or an instance of Buffer, TypedArray, or DataView', data);
  validate.uint32(value, 'value');
  return binding.crc32(bytesOf(data), value);
};
exports.codes = Object.freeze(codes);
exports.constants = constants;
for (const name of Object.keys(constants))
  if (name.startsWith('Z_')) Object.defineProperty(exports, name, { value: constants[name], enumerable: false });
