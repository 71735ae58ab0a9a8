'use strict';
// Deep equality of node:assert and util.isDeepStrictEqual.

const { types } = require('util');
const tag = (v) => Object.prototype.toString.call(v);

module.exports = function deepEqual(a, b, strict) {
  return equal(a, b, strict, []);
};

function equal(a, b, strict, seen) {
  if (a === b) return a !== 0 || !strict || Object.is(a, b);
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) {
    if (strict) return typeof a === 'number' && a !== a && b !== b;
    if ((a === null || typeof a !== 'object') && (b === null || typeof b !== 'object'))
      return a == b || (a !== a && b !== b);
    return false;
  }
  if (strict && Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false;
  if (tag(a) !== tag(b) || Array.isArray(a) !== Array.isArray(b)) return false;
  if (Array.isArray(a) && a.length !== b.length) return false;
  if (types.isDate(a) && (!types.isDate(b) || a.getTime() !== b.getTime())) return false;
  if (types.isRegExp(a) && (!types.isRegExp(b) || String(a) !== String(b) || a.lastIndex !== b.lastIndex)) return false;
  if (types.isNativeError(a) && (a.message !== b.message || a.name !== b.name)) return false;
  if (types.isBoxedPrimitive(a) && (!types.isBoxedPrimitive(b) || !Object.is(a.valueOf(), b.valueOf()))) return false;
  for (const [x, y] of seen) if (x === a && y === b) return true;
  seen.push([a, b]);
  const result = contents(a, b, strict, seen);
  seen.pop();
  return result;
}

function contents(a, b, strict, seen) {
  if (types.isSet(a) || types.isMap(a)) {
    if (a.size !== b.size) return false;
    if (types.isSet(a)) {
      for (const v of a) if (!b.has(v) && ![...b].some((w) => equal(v, w, strict, seen))) return false;
    } else {
      for (const [k, v] of a) {
        if (b.has(k) ? !equal(v, b.get(k), strict, seen) : ![...b].some(([l, w]) => equal(k, l, strict, seen) && equal(v, w, strict, seen))) return false;
      }
    }
  }
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  if (strict) {
    const symbols = (o) => Object.getOwnPropertySymbols(o).filter((s) => Object.prototype.propertyIsEnumerable.call(o, s));
    const list = symbols(a);
    if (list.length !== symbols(b).length) return false;
    keys.push(...list);
  }
  for (const k of keys)
    if (!Object.prototype.hasOwnProperty.call(b, k) || !equal(a[k], b[k], strict, seen)) return false;
  return true;
}
