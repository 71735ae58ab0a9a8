'use strict';
// node:util

const { classOf } = binding;

function inspect(value, options, depth) {
  if (typeof options === 'boolean') options = { showHidden: options, depth };
  return binding.inspect(value, options);
}
inspect.custom = Symbol.for('nodejs.util.inspect.custom');
inspect.defaultOptions = {
  showHidden: false, depth: 2, colors: false, customInspect: true, showProxy: false, maxArrayLength: 100,
  maxStringLength: 10000, breakLength: 80, compact: 3, sorted: false, getters: false, numericSeparator: false,
};

function inherits(ctor, superCtor) {
  Object.defineProperty(ctor, 'super_', { value: superCtor, writable: true, configurable: true });
  Object.setPrototypeOf(ctor.prototype, superCtor.prototype);
}

const kPromisify = Symbol.for('nodejs.util.promisify.custom');
function promisify(original) {
  if (original[kPromisify]) return original[kPromisify];
  function fn(...args) {
    return new Promise((resolve, reject) => {
      Reflect.apply(original, this, [...args, (err, ...values) => {
        if (err) reject(err);
        else resolve(values[0]);
      }]);
    });
  }
  Object.setPrototypeOf(fn, Object.getPrototypeOf(original));
  return Object.defineProperties(fn, Object.getOwnPropertyDescriptors(original));
}
promisify.custom = kPromisify;

function callbackify(original) {
  return function(...args) {
    const callback = args.pop();
    Reflect.apply(original, this, args).then(
      (v) => process.nextTick(callback, null, v), (e) => process.nextTick(callback, e));
  };
}

function deprecate(fn, message, code) {
  let warned = false;
  return function(...args) {
    if (!warned) {
      warned = true;
      process.emitWarning(message, 'DeprecationWarning', code);
    }
    if (new.target) return Reflect.construct(fn, args, new.target);
    return Reflect.apply(fn, this, args);
  };
}

const isClass = (name) => (v) => classOf(v) === name;
const types = {};
for (const n of ['Map', 'Set', 'Promise', 'RegExp', 'Date', 'WeakMap', 'WeakSet', 'ArrayBuffer', 'SharedArrayBuffer', 'DataView',
  'Proxy', 'Uint8Array', 'Uint8ClampedArray', 'Uint16Array', 'Uint32Array', 'Int8Array', 'Int16Array', 'Int32Array',
  'Float32Array', 'Float64Array', 'BigInt64Array', 'BigUint64Array']) types[`is${n}`] = isClass(n);
types.isNativeError = isClass('Error');
types.isModuleNamespaceObject = isClass('Module');
types.isArgumentsObject = isClass('Arguments');
types.isGeneratorObject = (v) => classOf(v) === 'Generator' || classOf(v) === 'AsyncGenerator';
types.isMapIterator = isClass('MapIterator');
types.isSetIterator = isClass('SetIterator');
types.isAnyArrayBuffer = (v) => classOf(v) === 'ArrayBuffer' || classOf(v) === 'SharedArrayBuffer';
types.isArrayBufferView = (v) => ArrayBuffer.isView(v);
types.isTypedArray = (v) => ArrayBuffer.isView(v) && classOf(v) !== 'DataView';
types.isAsyncFunction = (v) => typeof v === 'function' && binding.functionKind(v)[0];
types.isGeneratorFunction = (v) => typeof v === 'function' && binding.functionKind(v)[1];
types.isNumberObject = isClass('Number');
types.isStringObject = isClass('String');
types.isBooleanObject = isClass('Boolean');
types.isBigIntObject = isClass('BigInt');
types.isSymbolObject = isClass('Symbol');
types.isBoxedPrimitive = (v) => ['Number', 'String', 'Boolean', 'BigInt', 'Symbol'].includes(classOf(v));

module.exports = {
  inspect, format: binding.format, inherits, promisify, callbackify, deprecate, types,
  get TextEncoder() { return require('internal/encoding').TextEncoder; },
  get TextDecoder() { return require('internal/encoding').TextDecoder; },
  formatWithOptions: (options, ...args) => binding.format(...args),
  isDeepStrictEqual: (a, b) => require('internal/deep_equal')(a, b, true),
  isArray: Array.isArray,
  stripVTControlCharacters: (s) => `${s}`.replace(/\u001b\[[0-9;]*[A-Za-z]/g, ''),
  toUSVString: (s) => `${s}`.toWellFormed(),
};
