/*---
description: accessors, attributes and the order of keys
---*/
var o = { b: 1, 10: 2, get a() { return this.b + 1; }, 2: 3, [Symbol.toStringTag]: "T", __proto__: { inherited: 1 } };
assert.sameValue(o.a, 2);
assert.list(Object.keys(o), ["2", "10", "b", "a"]);
assert.sameValue(o.inherited, 1);
assert.sameValue(String(o), "[object T]");
Object.defineProperty(o, "b", { writable: false });
assert.sameValue(Reflect.set(o, "b", 5), false);
assert.sameValue(o.b, 1);
Object.freeze(o);
assert.sameValue(Reflect.deleteProperty(o, "b"), false);
assert.sameValue(JSON.stringify({ x: [1, { y: "\u2028" }], z: undefined }), '{"x":[1,{"y":"\u2028"}]}');
