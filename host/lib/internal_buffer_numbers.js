'use strict';
// Buffer's methods that read and write numbers.

const check = require('internal/validators');
const scratch = new DataView(new ArrayBuffer(8));
const scratchBytes = new Uint8Array(scratch.buffer);
const methods = {};

function outOfRange(name, range, value) {
  check.outOfRange(name, range, value);
}

function bounds(offset, b, size) {
  check.number(offset, 'offset');
  if (Number.isInteger(offset) && b.length < size) check.fail(RangeError, 'ERR_BUFFER_OUT_OF_BOUNDS', 'Attempt to access memory outside buffer bounds');
  if (!Number.isInteger(offset)) outOfRange('offset', 'an integer', offset);
  outOfRange('offset', `>= 0 and <= ${b.length - size}`, offset);
}

function at(b, offset, size) {
  if (!(Number.isInteger(offset) && offset >= 0 && offset + size <= b.length)) bounds(offset, b, size);
}

function sizeOf(byteLength) {
  if (byteLength === undefined) check.typeError('byteLength', 'of type number', byteLength);
  check.number(byteLength, 'byteLength');
  if (!Number.isInteger(byteLength)) outOfRange('byteLength', 'an integer', byteLength);
  if (!(byteLength >= 1 && byteLength <= 6)) outOfRange('byteLength', '>= 1 and <= 6', byteLength);
}

function readUnsigned(b, offset, size, little) {
  at(b, offset, size);
  let v = 0;
  if (little) for (let i = size - 1; i >= 0; i--) v = v * 256 + b[offset + i];
  else for (let i = 0; i < size; i++) v = v * 256 + b[offset + i];
  return v;
}

function readSigned(b, offset, size, little) {
  const v = readUnsigned(b, offset, size, little);
  const half = 2 ** (8 * size - 1);
  return v >= half ? v - 2 * half : v;
}

function range(signed, size) {
  const bits = size * 8;
  return signed ? `>= -(2 ** ${bits - 1}) and < 2 ** ${bits - 1}` : `>= 0 and < 2 ** ${bits}`;
}

function write(b, value, offset, size, little, signed) {
  value = +value;
  const max = signed ? 2 ** (8 * size - 1) - 1 : 2 ** (8 * size) - 1;
  const min = signed ? -max - 1 : 0;
  if (value > max || value < min) {
    outOfRange('value', size > 4 ? range(signed, size) : `>= ${min} and <= ${max}`, value);
  }
  at(b, offset, size);
  value = Math.trunc(value) || 0;
  if (value < 0) value += 2 ** (8 * size);
  for (let i = 0; i < size; i++) {
    b[offset + (little ? i : size - 1 - i)] = value % 256;
    value = Math.floor(value / 256);
  }
  return offset + size;
}

const define = (names, f, name = names[0]) => {
  Object.defineProperty(f, 'name', { value: name });
  for (const n of names) methods[n] = f;
};

for (const [suffix, little] of [['LE', true], ['BE', false]]) {
  for (const size of [2, 4]) {
    const n = size * 8;
    define([`readUInt${n}${suffix}`, `readUint${n}${suffix}`], function(offset = 0) { return readUnsigned(this, offset, size, little); });
    define([`readInt${n}${suffix}`], function(offset = 0) { return readSigned(this, offset, size, little); });
    define([`writeUInt${n}${suffix}`, `writeUint${n}${suffix}`], function(value, offset = 0) { return write(this, value, offset, size, little, false); });
    define([`writeInt${n}${suffix}`], function(value, offset = 0) { return write(this, value, offset, size, little, true); });
  }
  define([`readUInt${suffix}`, `readUint${suffix}`], function(offset, byteLength) {
    if (offset === undefined) check.typeError('offset', 'of type number', offset);
    sizeOf(byteLength);
    return readUnsigned(this, offset, byteLength, little);
  });
  define([`readInt${suffix}`], function(offset, byteLength) {
    if (offset === undefined) check.typeError('offset', 'of type number', offset);
    sizeOf(byteLength);
    return readSigned(this, offset, byteLength, little);
  });
  define([`writeUInt${suffix}`, `writeUint${suffix}`], function(value, offset, byteLength) {
    sizeOf(byteLength);
    return write(this, value, offset, byteLength, little, false);
  });
  define([`writeInt${suffix}`], function(value, offset, byteLength) {
    sizeOf(byteLength);
    return write(this, value, offset, byteLength, little, true);
  });
  for (const [kind, size] of [['Float', 4], ['Double', 8]]) {
    const get = DataView.prototype[`getFloat${size * 8}`];
    const set = DataView.prototype[`setFloat${size * 8}`];
    define([`read${kind}${suffix}`], function(offset = 0) {
      at(this, offset, size);
      for (let i = 0; i < size; i++) scratchBytes[i] = this[offset + i];
      return get.call(scratch, 0, little);
    }, `read${kind}${little ? 'Forwards' : 'Backwards'}`);
    define([`write${kind}${suffix}`], function(value, offset = 0) {
      at(this, offset, size);
      set.call(scratch, 0, value, little);
      for (let i = 0; i < size; i++) this[offset + i] = scratchBytes[i];
      return offset + size;
    }, `write${kind}${little ? 'Forwards' : 'Backwards'}`);
  }
  for (const signed of [false, true]) {
    const name = signed ? ['Int'] : ['UInt', 'Uint'];
    const get = DataView.prototype[signed ? 'getBigInt64' : 'getBigUint64'];
    const set = DataView.prototype[signed ? 'setBigInt64' : 'setBigUint64'];
    define(name.map((n) => `readBig${n}64${suffix}`), function(offset = 0) {
      at(this, offset, 8);
      for (let i = 0; i < 8; i++) scratchBytes[i] = this[offset + i];
      return get.call(scratch, 0, little);
    });
    define(name.map((n) => `writeBig${n}64${suffix}`), function(value, offset = 0) {
      const max = signed ? 2n ** 63n - 1n : 2n ** 64n - 1n;
      if (value > max || value < (signed ? -max - 1n : 0n))
        outOfRange('value', signed ? '>= -(2n ** 63n) and < 2n ** 63n' : '>= 0n and < 2n ** 64n', value);
      at(this, offset, 8);
      set.call(scratch, 0, value, little);
      for (let i = 0; i < 8; i++) this[offset + i] = scratchBytes[i];
      return offset + 8;
    });
  }
}
define(['readUInt8', 'readUint8'], function(offset = 0) { return readUnsigned(this, offset, 1, true); });
define(['readInt8'], function(offset = 0) { return readSigned(this, offset, 1, true); });
define(['writeUInt8', 'writeUint8'], function(value, offset = 0) { return write(this, value, offset, 1, true, false); });
define(['writeInt8'], function(value, offset = 0) { return write(this, value, offset, 1, true, true); });

module.exports = { methods, outOfRange };
