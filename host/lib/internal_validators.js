'use strict';
// Checks of arguments, with the errors of Node.

exports.codes = {};

// fail throws an error of a class with a code and Node's form of stack.
function fail(Class, code, message) {
  throw make(Class, code, message);
}

function make(Class, code, message, cause) {
  return binding.error(Class.name, code, message);
}

const typeError = (name, want, value) => fail(TypeError, 'ERR_INVALID_ARG_TYPE',
  `The ${describe(name)} must be ${want}.${binding.received(value)}`);

function describe(name) {
  if (name.endsWith(' argument')) return name;
  return `"${name}" ${name.includes('.') ? 'property' : 'argument'}`;
}

exports.make = make;
exports.fail = fail;
exports.typeError = typeError;
exports.argumentValue = (name, value, reason) => fail(TypeError, 'ERR_INVALID_ARG_VALUE',
  `The ${name.includes('.') ? 'property' : 'argument'} '${name}' ${reason}. Received ${binding.inspect(value)}`);

exports.string = (v, name) => { if (typeof v !== 'string') typeError(name, 'of type string', v); };
exports.number = (v, name) => { if (typeof v !== 'number') typeError(name, 'of type number', v); };
exports.boolean = (v, name) => { if (typeof v !== 'boolean') typeError(name, 'of type boolean', v); };
exports.function = (v, name) => { if (typeof v !== 'function') typeError(name, 'of type function', v); };
exports.array = (v, name) => { if (!Array.isArray(v)) typeError(name, 'an instance of Array', v); };
exports.object = (v, name) => {
  if (v === null || Array.isArray(v) || typeof v !== 'object') typeError(name, 'of type object', v);
};
// options takes what Node takes for a dictionary: null, objects, functions.
exports.options = (v, name) => {
  if (v !== null && typeof v !== 'object' && typeof v !== 'function') typeError(name, 'of type object', v);
};
// objectNoFunction also takes arrays.
exports.objectNoFunction = (v, name) => {
  if (v === null || typeof v !== 'object') typeError(name, 'of type object', v);
};
exports.oneOf = (v, name, allowed) => {
  if (!allowed.includes(v))
    exports.argumentValue(name, v, `must be one of: ${allowed.map((a) => typeof a === 'string' ? `'${a}'` : String(a)).join(', ')}`);
};

exports.union = (v, name, union) => {
  if (!union.includes(v)) typeError(name, `('${union.join('|')}')`, v);
};

function outOfRange(name, range, value) {
  let received = String(value);
  if (typeof value === 'number' && Number.isInteger(value) && Math.abs(value) > 2 ** 32) received = separate(received);
  else if (typeof value === 'bigint') received = `${separate(received)}n`;
  fail(RangeError, 'ERR_OUT_OF_RANGE', `The value of "${name}" is out of range. It must be ${range}. Received ${received}`);
}

function separate(text) {
  let rest = '';
  let i = text.length;
  const start = text[0] === '-' ? 1 : 0;
  for (; i >= start + 4; i -= 3) rest = `_${text.slice(i - 3, i)}${rest}`;
  return `${text.slice(0, i)}${rest}`;
}

exports.outOfRange = outOfRange;
exports.integer = (v, name, min, max) => {
  if (typeof v !== 'number') typeError(name, 'of type number', v);
  if (!Number.isInteger(v)) outOfRange(name, 'an integer', v);
  if (v < min || v > max) outOfRange(name, `>= ${min} && <= ${max}`, v);
};
exports.int32 = (v, name) => exports.integer(v, name, -2147483648, 2147483647);
exports.uint32 = (v, name, positive) => {
  if (typeof v !== 'number') typeError(name, 'of type number', v);
  if (!Number.isInteger(v)) outOfRange(name, 'an integer', v);
  const min = positive ? 1 : 0;
  if (v < min || v > 4294967295) outOfRange(name, `>= ${min} && <= 4294967295`, v);
};
