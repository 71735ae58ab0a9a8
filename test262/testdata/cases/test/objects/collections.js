/*---
description: Map, Set, WeakMap and typed arrays
---*/
var m = new Map([[NaN, "nan"], [0, "zero"]]);
assert.sameValue(m.get(NaN), "nan");
assert.sameValue(m.get(-0), "zero");
var s = new Set([1, 2, 3]), seen = [];
for (var v of s) {
  seen.push(v);
  if (v === 1) { s.delete(2); s.add(4); }
}
assert.list(seen, [1, 3, 4]);
var key = {};
assert.sameValue(new WeakMap([[key, 5]]).get(key), 5);
var bytes = new Uint8Array([1, 2, 256, -1]);
assert.list(bytes, [1, 2, 0, 255]);
assert.sameValue(new DataView(bytes.buffer).getUint16(0), 258);
