'use strict';
// Cipheriv and Decipheriv of node:crypto.

const { Transform } = require('internal/streams/duplex');
const { make } = require('internal/validators');
const validate = require('internal/validators');

const modes = ['cbc', 'ecb', 'ctr', 'gcm', 'cfb', 'cfb8', 'ofb'];
const nids = { 'aes-128-ecb': 418, 'aes-128-cbc': 419, 'aes-128-ofb': 420, 'aes-128-cfb': 421, 'aes-192-ecb': 422, 'aes-192-cbc': 423, 'aes-192-ofb': 424,
  'aes-192-cfb': 425, 'aes-256-ecb': 426, 'aes-256-cbc': 427, 'aes-256-ofb': 428, 'aes-256-cfb': 429, 'aes-128-cfb8': 653, 'aes-192-cfb8': 654,
  'aes-256-cfb8': 655, 'aes-128-gcm': 895, 'aes-192-gcm': 898, 'aes-256-gcm': 901, 'aes-128-ctr': 904, 'aes-192-ctr': 905, 'aes-256-ctr': 906 };
const kState = Symbol('kState');

function lookup(name) {
  const m = /^(?:id-)?aes-?(128|192|256)-(\w+)$/i.exec(name) ?? /^aes(128|192|256)$/i.exec(name);
  const mode = (m?.[2] ?? 'cbc').toLowerCase();
  if (!m || !modes.includes(mode)) return undefined;
  return { mode, keyLength: Number(m[1]) / 8, ivLength: mode === 'ecb' ? 0 : mode === 'gcm' ? 12 : 16 };
}

exports.make = ({ binding, bytesOf, dataOf, encoded }) => {
  const stateError = (what) => make(Error, 'ERR_CRYPTO_INVALID_STATE', `Invalid state for operation ${what}`);

  function start(self, name, key, iv, options, decrypt) {
    validate.string(name, 'cipher');
    const info = lookup(name);
    const keyBytes = bytesOf(key, 'key', options?.encoding, 'of type string or an instance of ArrayBuffer, Buffer, TypedArray, DataView, KeyObject, or CryptoKey');
    const ivBytes = iv === null ? null : bytesOf(iv, 'iv', undefined, 'of type string or an instance of ArrayBuffer, Buffer, TypedArray, or DataView');
    if (!info) throw make(Error, 'ERR_CRYPTO_UNKNOWN_CIPHER', 'Unknown cipher');
    if (keyBytes.length !== info.keyLength) throw make(RangeError, 'ERR_CRYPTO_INVALID_KEYLEN', 'Invalid key length');
    const gcm = info.mode === 'gcm';
    const badIV = gcm ? ivBytes === null || ivBytes.length === 0 : ivBytes === null ? info.ivLength !== 0 : ivBytes.length !== info.ivLength;
    if (badIV) throw make(TypeError, 'ERR_CRYPTO_INVALID_IV', 'Invalid initialization vector');
    const tagLength = options?.authTagLength;
    if (gcm && tagLength !== undefined && !(tagLength === 4 || tagLength === 8 || (tagLength >= 12 && tagLength <= 16)))
      throw make(TypeError, 'ERR_CRYPTO_INVALID_AUTH_TAG', `Invalid authentication tag length: ${tagLength}`);
    const handle = binding.cipher(info.mode, keyBytes, ivBytes ?? new Uint8Array(0), decrypt, tagLength ?? 16);
    Object.defineProperty(self, kState, { value: { handle, gcm, finished: false, tagLength, decoder: null } });
    Transform.call(self, options);
  }

  function decode(state, bytes, encoding, last) {
    if (!encoding || encoding === 'buffer') return encoded(bytes);
    if (!state.decoder) {
      const { StringDecoder } = require('string_decoder');
      state.decoder = new StringDecoder(encoding);
    }
    return last ? state.decoder.end(encoded(bytes)) : state.decoder.write(encoded(bytes));
  }

  const methods = {
    update(data, inputEncoding, outputEncoding) {
      const s = this[kState];
      return decode(s, s.handle.update(dataOf(data, inputEncoding ?? undefined)), outputEncoding, false);
    },
    final(outputEncoding) {
      const s = this[kState];
      const bytes = s.handle.final();
      s.finished = true;
      return decode(s, bytes, outputEncoding, true);
    },
    setAutoPadding(on = true) {
      if (this[kState].finished) throw stateError('setAutoPadding');
      this[kState].handle.setPadding(!!on);
      return this;
    },
    setAAD(buffer, options) {
      const s = this[kState];
      if (!s.gcm || s.finished) throw stateError('setAAD');
      s.handle.setAAD(bytesOf(buffer, 'buffer', options?.encoding));
      return this;
    },
    _transform(chunk, encoding, callback) {
      this.push(encoded(this[kState].handle.update(dataOf(chunk, encoding))));
      callback();
    },
    _flush(callback) {
      try {
        this.push(this.final());
      } catch (e) {
        callback(e);
        return;
      }
      callback();
    },
  };

  function Cipheriv(name, key, iv, options) {
    if (!(this instanceof Cipheriv)) return new Cipheriv(name, key, iv, options);
    start(this, name, key, iv, options, false);
  }
  function Decipheriv(name, key, iv, options) {
    if (!(this instanceof Decipheriv)) return new Decipheriv(name, key, iv, options);
    start(this, name, key, iv, options, true);
  }
  for (const Class of [Cipheriv, Decipheriv]) {
    Object.setPrototypeOf(Class.prototype, Transform.prototype);
    Object.setPrototypeOf(Class, Transform);
    Object.assign(Class.prototype, methods);
  }
  Cipheriv.prototype.getAuthTag = function() {
    const tag = this[kState].handle.getTag();
    if (tag === undefined) throw stateError('getAuthTag');
    return encoded(tag);
  };
  Decipheriv.prototype.setAuthTag = function(tag, encoding) {
    const s = this[kState];
    const bytes = bytesOf(tag, 'buffer', encoding);
    if (!s.gcm || s.finished) throw stateError('setAuthTag');
    const n = bytes.length;
    if (s.tagLength !== undefined ? n !== s.tagLength : !(n === 4 || n === 8 || (n >= 12 && n <= 16)))
      throw make(TypeError, 'ERR_CRYPTO_INVALID_AUTH_TAG', `Invalid authentication tag length: ${n}`);
    s.handle.setTag(bytes);
    return this;
  };

  return {
    createCipheriv: (name, key, iv, options) => new Cipheriv(name, key, iv, options), Cipheriv,
    createDecipheriv: (name, key, iv, options) => new Decipheriv(name, key, iv, options), Decipheriv,
    getCiphers: () => Object.keys(nids).sort(),
    getCipherInfo(name) {
      const info = typeof name === 'string' ? lookup(name) : undefined;
      if (!info) return undefined;
      const full = `aes-${info.keyLength * 8}-${info.mode}`;
      const block = info.mode === 'cbc' || info.mode === 'ecb';
      return {
        mode: info.mode.replace('cfb8', 'cfb'), name: info.mode === 'gcm' ? `id-aes${info.keyLength * 8}-GCM` : full, nid: nids[full],
        ...(block ? { blockSize: 16 } : {}), ...(info.ivLength ? { ivLength: info.ivLength } : {}), keyLength: info.keyLength,
      };
    },
  };
};
