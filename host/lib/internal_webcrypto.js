'use strict';
// The global crypto: random values and digests.

const validate = require('internal/validators');

function exception(message, name) {
  if (typeof DOMException === 'function') return new DOMException(message, name);
  const e = new Error(message);
  e.name = name;
  return e;
}

class CryptoKey {
  constructor() { throw validate.make(TypeError, 'ERR_ILLEGAL_CONSTRUCTOR', 'Illegal constructor'); }
}

let making = false;
class SubtleCrypto {
  constructor() { if (!making) throw validate.make(TypeError, 'ERR_ILLEGAL_CONSTRUCTOR', 'Illegal constructor'); }
  async digest(algorithm, data) {
    const name = (typeof algorithm === 'string' ? algorithm : algorithm?.name) ?? '';
    const found = /^sha-(1|256|384|512)$/i.exec(name);
    if (!found) throw exception('Unrecognized algorithm name', 'NotSupportedError');
    const view = ArrayBuffer.isView(data) ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength) : new Uint8Array(data);
    const bytes = require('crypto').createHash(`sha${found[1]}`).update(view).digest();
    return Uint8Array.from(bytes).buffer;
  }
}

class Crypto {
  constructor() { if (!making) throw validate.make(TypeError, 'ERR_ILLEGAL_CONSTRUCTOR', 'Illegal constructor'); }
  get subtle() { return subtle; }
  getRandomValues(array) {
    if (!ArrayBuffer.isView(array) || !/^(?:Big)?(?:Int|Uint)\d+(?:Clamped)?Array$/.test(tagOf(array)))
      throw exception('The data argument must be an integer-type TypedArray', 'TypeMismatchError');
    if (array.byteLength > 65536) throw exception(`The requested length exceeds 65,536 bytes`, 'QuotaExceededError');
    return require('crypto').randomFillSync(array);
  }
  randomUUID(options) { return require('crypto').randomUUID(options); }
}

const tagOf = (array) => Object.getOwnPropertyDescriptor(Object.getPrototypeOf(Uint8Array.prototype), Symbol.toStringTag).get.call(array) ?? '';

for (const Class of [Crypto, SubtleCrypto, CryptoKey]) {
  Object.defineProperty(Class.prototype, Symbol.toStringTag, { value: Class.name, configurable: true });
  for (const name of Object.getOwnPropertyNames(Class.prototype))
    if (name !== 'constructor') Object.defineProperty(Class.prototype, name, { enumerable: true });
}
making = true;
const subtle = new SubtleCrypto();
const crypto = new Crypto();
making = false;

module.exports = { crypto, Crypto, SubtleCrypto, CryptoKey };
