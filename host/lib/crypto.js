'use strict';
// node:crypto

const { Buffer } = require('buffer');
const { Transform } = require('internal/streams/duplex');
const validate = require('internal/validators');

const { make } = validate;
const toBuffer = (u8) => Buffer.from(u8.buffer, u8.byteOffset, u8.byteLength);
const isAnyBuffer = (v) => v instanceof ArrayBuffer || (typeof SharedArrayBuffer === 'function' && v instanceof SharedArrayBuffer);

function viewOf(v) {
  if (ArrayBuffer.isView(v)) return new Uint8Array(v.buffer, v.byteOffset, v.byteLength);
  if (isAnyBuffer(v)) return new Uint8Array(v);
  return undefined;
}

// bytesOf turns text, views, buffers and keys into bytes.
function bytesOf(value, name, encoding, want = 'of type string or an instance of ArrayBuffer, Buffer, TypedArray, or DataView') {
  if (typeof value === 'string') return Buffer.from(value, encoding === 'buffer' ? 'utf8' : encoding);
  if (value instanceof KeyObject) return keyBytes.get(value);
  return viewOf(value) ?? validate.typeError(name, want, value);
}

const dataWant = 'of type string or an instance of Buffer, TypedArray, or DataView';
function dataOf(value, encoding) {
  if (typeof value !== 'string' && !ArrayBuffer.isView(value)) validate.typeError('data', dataWant, value);
  return bytesOf(value, 'data', encoding);
}

function encoded(bytes, encoding) {
  const b = toBuffer(bytes);
  return encoding && encoding !== 'buffer' ? b.toString(encoding) : b;
}

// keys

const keyBytes = new WeakMap();
class KeyObject {
  constructor(type, bytes) {
    this.#type = type;
    keyBytes.set(this, bytes);
  }
  #type;
  get type() { return this.#type; }
  get symmetricKeySize() { return keyBytes.get(this).length; }
  export(options) {
    const b = Buffer.from(keyBytes.get(this));
    return options?.format === 'jwk' ? { kty: 'oct', k: b.toString('base64url') } : b;
  }
  equals(other) {
    if (!(other instanceof KeyObject)) validate.typeError('otherKeyObject', 'an instance of KeyObject', other);
    return other.type === this.type && Buffer.compare(keyBytes.get(this), keyBytes.get(other)) === 0;
  }
  get [Symbol.toStringTag]() { return 'KeyObject'; }
}
const createSecretKey = (key, encoding) => new KeyObject('secret', Uint8Array.from(bytesOf(key, 'key', encoding)));

// hashes

const kState = Symbol('kState');
const finalized = () => make(Error, 'ERR_CRYPTO_HASH_FINALIZED', 'Digest already called');

function Hash(algorithm, options) {
  if (!(this instanceof Hash)) return new Hash(algorithm, options);
  let handle = algorithm;
  if (typeof algorithm !== 'object' || algorithm === null) {
    validate.string(algorithm, 'algorithm');
    handle = binding.hash(algorithm);
    if (handle === undefined) throw Object.assign(new Error('Digest method not supported'), {});
  }
  const length = options?.outputLength;
  if (length !== undefined) validate.uint32(length, 'options.outputLength');
  if (length !== undefined && !/^shake/i.test(algorithm) && length !== handle.size) throw new Error('Unsupported state or unable to set output length');
  Object.defineProperty(this, kState, { value: { handle, length, finalized: false, result: undefined } });
  Transform.call(this, options);
}
Object.setPrototypeOf(Hash.prototype, Transform.prototype);
Object.setPrototypeOf(Hash, Transform);
Hash.prototype.copy = function(options) {
  const s = this[kState];
  if (s.finalized) throw finalized();
  const h = new Hash(s.handle.copy(), options);
  h[kState].length ??= s.length;
  return h;
};
Hash.prototype._transform = function(chunk, encoding, callback) {
  this[kState].handle.update(dataOf(chunk, encoding));
  callback();
};
Hash.prototype._flush = function(callback) {
  this.push(this.digest());
  callback();
};
Hash.prototype.update = function(data, encoding) {
  const s = this[kState];
  if (s.finalized) throw finalized();
  s.handle.update(dataOf(data, encoding));
  return this;
};
Hash.prototype.digest = function(encoding) {
  const s = this[kState];
  if (s.finalized) throw finalized();
  s.finalized = true;
  return encoded(s.handle.digest(s.length), encoding);
};

function Hmac(algorithm, key, options) {
  if (!(this instanceof Hmac)) return new Hmac(algorithm, key, options);
  validate.string(algorithm, 'hmac');
  const bytes = bytesOf(key, 'key', options?.encoding, 'of type string or an instance of ArrayBuffer, Buffer, TypedArray, DataView, KeyObject, or CryptoKey');
  const handle = binding.hmac(algorithm, bytes);
  if (handle === undefined) throw invalidDigest(algorithm);
  Object.defineProperty(this, kState, { value: { handle, finalized: false } });
  Transform.call(this, options);
}
Object.setPrototypeOf(Hmac.prototype, Transform.prototype);
Object.setPrototypeOf(Hmac, Transform);
Hmac.prototype.update = Hash.prototype.update;
Hmac.prototype._transform = Hash.prototype._transform;
Hmac.prototype._flush = Hash.prototype._flush;
Hmac.prototype.digest = function(encoding) {
  const s = this[kState];
  if (s.finalized) return encoding && encoding !== 'buffer' ? '' : Buffer.alloc(0);
  s.finalized = true;
  return encoded(s.handle.digest(), encoding);
};

const invalidDigest = (name) => make(TypeError, 'ERR_CRYPTO_INVALID_DIGEST', `Invalid digest: ${name}`);
function checkDigest(name) {
  validate.string(name, 'digest');
  if (!binding.hasDigest(name)) throw invalidDigest(name);
}

const hashNames = ['RSA-MD5', 'RSA-SHA1', 'RSA-SHA224', 'RSA-SHA256', 'RSA-SHA3-224', 'RSA-SHA3-256', 'RSA-SHA3-384', 'RSA-SHA3-512', 'RSA-SHA384',
  'RSA-SHA512', 'RSA-SHA512/224', 'RSA-SHA512/256', 'md5', 'sha1', 'sha224', 'sha256', 'sha3-224', 'sha3-256', 'sha3-384', 'sha3-512', 'sha384',
  'sha512', 'sha512-224', 'sha512-256', 'shake128', 'shake256', 'ssl3-md5', 'ssl3-sha1'];

// randomness

const maxSize = 2 ** 31 - 1;
function checkRange(value, name, max, min = 0) {
  if (typeof value !== 'number') validate.typeError(name, 'of type number', value);
  if (!(value >= min && value <= max)) throw outOfRange(name, `>= ${min} && <= ${max}`, value);
}
const outOfRange = (name, range, value) => make(RangeError, 'ERR_OUT_OF_RANGE', `The value of "${name}" is out of range. It must be ${range}. Received ${value}`);

function randomBytes(size, callback) {
  checkRange(size, 'size', maxSize);
  if (callback !== undefined) validate.function(callback, 'callback');
  const buf = Buffer.alloc(Math.trunc(size));
  binding.random(buf);
  if (callback === undefined) return buf;
  setImmediate(callback, null, buf);
  return undefined;
}

function fill(buf, offset = 0, size) {
  const view = viewOf(buf) ?? validate.typeError('buf', 'an instance of ArrayBuffer or ArrayBufferView', buf);
  const unit = buf.BYTES_PER_ELEMENT ?? 1;
  checkRange(offset, 'offset', view.length / unit);
  if (size !== undefined) {
    checkRange(size, 'size', maxSize);
    if (size + offset > view.length / unit) throw outOfRange('size + offset', `<= ${view.length}`, size + offset);
  }
  binding.random(view.subarray(offset * unit, size === undefined ? undefined : (offset + size) * unit));
  return buf;
}
function randomFill(buf, offset, size, callback) {
  if (typeof offset === 'function') [offset, size, callback] = [undefined, undefined, offset];
  else if (typeof size === 'function') [size, callback] = [undefined, size];
  validate.function(callback, 'callback');
  fill(buf, offset, size);
  setImmediate(callback, null, buf);
}

function randomInt(min, max, callback) {
  if (max === undefined || typeof max === 'function') [min, max, callback] = [0, min, max];
  if (callback !== undefined) validate.function(callback, 'callback');
  if (!Number.isSafeInteger(min)) validate.typeError('min', 'a safe integer', min);
  if (!Number.isSafeInteger(max)) validate.typeError('max', 'a safe integer', max);
  if (max <= min) throw outOfRange('max', `greater than the value of "min" (${min})`, max);
  const range = max - min;
  if (range > 2 ** 48 - 1) throw outOfRange(max - min === max ? 'max' : 'max - min', `<= ${2 ** 48 - 1}`, range);
  const limit = 2 ** 48 - (2 ** 48 % range);
  const b = new Uint8Array(6);
  let n;
  do {
    binding.random(b);
    n = b.reduce((x, y) => x * 256 + y, 0);
  } while (n >= limit);
  const result = n % range + min;
  if (callback === undefined) return result;
  process.nextTick(callback, undefined, result);
  return undefined;
}

function randomUUID(options) {
  if (options !== undefined) validate.object(options, 'options');
  const b = Buffer.alloc(16);
  binding.random(b);
  b[6] = b[6] & 15 | 64;
  b[8] = b[8] & 63 | 128;
  const s = b.toString('hex');
  return `${s.slice(0, 8)}-${s.slice(8, 12)}-${s.slice(12, 16)}-${s.slice(16, 20)}-${s.slice(20)}`;
}

function timingSafeEqual(buf1, buf2) {
  const views = [buf1, buf2].map((b, i) => viewOf(b) ??
    (() => { throw make(TypeError, 'ERR_INVALID_ARG_TYPE', `The "buf${i + 1}" argument must be an instance of ArrayBuffer, Buffer, TypedArray, or DataView.`); })());
  if (views[0].length !== views[1].length) throw make(RangeError, 'ERR_CRYPTO_TIMING_SAFE_EQUAL_LENGTH', 'Input buffers must have the same byte length');
  return binding.equal(views[0], views[1]);
}

// keys from passwords

function pbkdf2Arguments(password, salt, iterations, keylen, digest) {
  validate.string(digest, 'digest');
  password = bytesOf(password, 'password');
  salt = bytesOf(salt, 'salt');
  validate.integer(iterations, 'iterations', 1, maxSize);
  validate.integer(keylen, 'keylen', 0, maxSize);
  checkDigest(digest);
  return [password, salt, iterations, keylen, digest];
}
const pbkdf2Sync = (...args) => toBuffer(binding.pbkdf2(...pbkdf2Arguments(...args)));
function pbkdf2(password, salt, iterations, keylen, digest, callback) {
  if (typeof digest === 'function') [digest, callback] = [undefined, digest];
  const args = pbkdf2Arguments(password, salt, iterations, keylen, digest);
  validate.function(callback, 'callback');
  binding.pbkdf2(...args, (err, key) => callback(err, key && toBuffer(key)));
}

function scryptArguments(password, salt, keylen, options = {}) {
  password = bytesOf(password, 'password');
  salt = bytesOf(salt, 'salt');
  validate.integer(keylen, 'keylen', 0, maxSize);
  const N = options.N ?? options.cost ?? 16384;
  const r = options.r ?? options.blockSize ?? 8;
  const p = options.p ?? options.parallelization ?? 1;
  const maxmem = options.maxmem ?? 32 * 1024 * 1024;
  for (const [n, v] of [['N', N], ['r', r], ['p', p]]) validate.uint32(v, n);
  const bad = (why) => make(RangeError, 'ERR_CRYPTO_INVALID_SCRYPT_PARAMS', `Invalid scrypt params${why}`);
  if (N < 2 || (N & (N - 1)) !== 0 || r < 1 || p < 1 || p * r > 2 ** 30 - 1) throw bad('');
  if (128 * r * p + 128 * r * (N + 2) > maxmem) throw bad(': error:030000AC:digital envelope routines::memory limit exceeded');
  return [password, salt, keylen, N, r, p];
}
const scryptSync = (...args) => toBuffer(binding.scrypt(...scryptArguments(...args)));
function scrypt(password, salt, keylen, options, callback) {
  if (typeof options === 'function') [options, callback] = [undefined, options];
  const args = scryptArguments(password, salt, keylen, options);
  validate.function(callback, 'callback');
  binding.scrypt(...args, (err, key) => callback(err, key && toBuffer(key)));
}

function hkdfArguments(digest, key, salt, info, length) {
  validate.string(digest, 'digest');
  key = bytesOf(key, 'ikm');
  salt = bytesOf(salt, 'salt');
  info = bytesOf(info, 'info');
  validate.integer(length, 'length', 0, maxSize);
  if (info.length > 1024) throw make(RangeError, 'ERR_OUT_OF_RANGE', `The value of "info" is out of range. It must not contain more than 1024 bytes. Received ${info.length}`);
  checkDigest(digest);
  return [digest, key, salt, info, length];
}
const hkdfSync = (...args) => binding.hkdf(...hkdfArguments(...args)).buffer;
function hkdf(digest, key, salt, info, length, callback) {
  const args = hkdfArguments(digest, key, salt, info, length);
  validate.function(callback, 'callback');
  binding.hkdf(...args, (err, k) => callback(err, k?.buffer));
}


module.exports = {
  createHash: (algorithm, options) => new Hash(algorithm, options), Hash,
  createHmac: (algorithm, key, options) => new Hmac(algorithm, key, options), Hmac,
  getHashes: () => hashNames.slice(),
  hash(algorithm, input, outputEncoding = 'hex') {
    validate.string(algorithm, 'algorithm');
    if (typeof input !== 'string' && !ArrayBuffer.isView(input)) validate.typeError('input', dataWant, input);
    return new Hash(algorithm).update(input).digest(outputEncoding);
  },
  randomBytes, pseudoRandomBytes: randomBytes, rng: randomBytes, prng: randomBytes, randomInt, randomUUID, randomFill, randomFillSync: fill, timingSafeEqual,
  pbkdf2, pbkdf2Sync, scrypt, scryptSync, hkdf, hkdfSync,
  createSecretKey, KeyObject, constants: { RSA_PKCS1_PADDING: 1, RSA_NO_PADDING: 3, RSA_PKCS1_OAEP_PADDING: 4, RSA_PKCS1_PSS_PADDING: 6 },
  getFips: () => 0, getCurves: () => [],
  ...require('internal/ciphers').make({ binding, bytesOf, dataOf, encoded, outOfRange }),
};
const web = (name) => ({ enumerable: true, configurable: true, get: () => require('internal/webcrypto')[name] });
Object.defineProperties(module.exports, {
  webcrypto: web('crypto'),
  subtle: { enumerable: true, configurable: true, get: () => require('internal/webcrypto').crypto.subtle },
  getRandomValues: { enumerable: true, configurable: true, get: () => (array) => require('internal/webcrypto').crypto.getRandomValues(array) },
});
