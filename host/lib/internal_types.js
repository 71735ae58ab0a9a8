'use strict';
// The questions of util.types, answered by the kind of an object.

const { classOf } = binding;
const isClass = (name) => (v) => classOf(v) === name;
const types = {
  isExternal: () => false,
  isDate: isClass('Date'), isArgumentsObject: isClass('Arguments'), isBigIntObject: isClass('BigInt'), isBooleanObject: isClass('Boolean'),
  isNumberObject: isClass('Number'), isStringObject: isClass('String'), isSymbolObject: isClass('Symbol'),
  isBoxedPrimitive: (v) => ['Number', 'String', 'Boolean', 'BigInt', 'Symbol'].includes(classOf(v)),
  isNativeError: isClass('Error'), isRegExp: isClass('RegExp'),
  isAsyncFunction: (v) => typeof v === 'function' && binding.functionKind(v)[0],
  isGeneratorFunction: (v) => typeof v === 'function' && binding.functionKind(v)[1],
  isGeneratorObject: (v) => classOf(v) === 'Generator' || classOf(v) === 'AsyncGenerator',
  isPromise: isClass('Promise'), isMap: isClass('Map'), isSet: isClass('Set'), isMapIterator: isClass('Map Iterator'), isSetIterator: isClass('Set Iterator'),
  isWeakMap: isClass('WeakMap'), isWeakSet: isClass('WeakSet'), isArrayBuffer: isClass('ArrayBuffer'), isDataView: isClass('DataView'),
  isSharedArrayBuffer: isClass('SharedArrayBuffer'), isProxy: isClass('Proxy'), isModuleNamespaceObject: isClass('Module'),
  isAnyArrayBuffer: (v) => classOf(v) === 'ArrayBuffer' || classOf(v) === 'SharedArrayBuffer',
  isCryptoKey: () => false, isKeyObject: () => false,
  isArrayBufferView: (v) => ArrayBuffer.isView(v),
  isTypedArray: (v) => ArrayBuffer.isView(v) && classOf(v) !== 'DataView',
};
for (const n of ['Uint8Array', 'Uint8ClampedArray', 'Uint16Array', 'Uint32Array', 'Int8Array', 'Int16Array', 'Int32Array',
  'Float32Array', 'Float64Array', 'BigInt64Array', 'BigUint64Array']) types[`is${n}`] = isClass(n);
for (const n of Object.keys(types)) Object.defineProperty(types[n], 'name', { value: n });

module.exports = types;
