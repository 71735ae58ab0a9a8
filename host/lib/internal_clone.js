'use strict';
// structuredClone for values without transfers.

const { types } = require('util');

function refuse(what) {
  const e = new Error(`${what} could not be cloned.`);
  e.name = 'DataCloneError';
  e.code = 25;
  throw e;
}

function clone(v, seen) {
  if (typeof v === 'function' || typeof v === 'symbol') refuse(String(v));
  if (typeof v !== 'object' || v === null) return v;
  if (seen.has(v)) return seen.get(v);
  const keep = (copy) => { seen.set(v, copy); return copy; };
  if (types.isDate(v)) return keep(new Date(v.getTime()));
  if (types.isRegExp(v)) return keep(new RegExp(v.source, v.flags));
  if (types.isBoxedPrimitive(v)) return keep(Object(v.valueOf()));
  if (types.isArrayBuffer(v)) return keep(v.slice(0));
  if (types.isTypedArray(v)) return keep(new v.constructor(v));
  if (types.isMap(v)) {
    const copy = keep(new Map());
    for (const [k, x] of [...v]) copy.set(clone(k, seen), clone(x, seen));
    return copy;
  }
  if (types.isSet(v)) {
    const copy = keep(new Set());
    for (const x of [...v]) copy.add(clone(x, seen));
    return copy;
  }
  if (types.isNativeError(v)) {
    const Class = { EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError }[v.name] ?? Error;
    const copy = keep(new Class(v.message));
    Object.defineProperty(copy, 'stack', { value: v.stack, writable: true, configurable: true });
    return copy;
  }
  if (types.isPromise(v) || types.isWeakMap(v) || types.isWeakSet(v) || types.isGeneratorObject(v)) refuse(Object.prototype.toString.call(v));
  const copy = keep(Array.isArray(v) ? new Array(v.length) : {});
  for (const k of Object.keys(v)) copy[k] = clone(v[k], seen);
  return copy;
}

exports.structuredClone = function structuredClone(value) { return clone(value, new Map()); };
