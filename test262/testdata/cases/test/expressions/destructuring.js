/*---
description: patterns, defaults and rest
---*/
var { a, b: { c = 3 } = {}, ["d" + 1]: d, ...others } = { a: 1, d1: 4, e: 5, f: 6 };
assert.list([a, c, d, others.e, others.f], [1, 3, 4, 5, 6]);
var [x, , y = 9, ...z] = [1, 2, undefined, 4, 5];
assert.list([x, y, z.length, z[1]], [1, 9, 2, 5]);
[x, y] = [y, x];
assert.list([x, y], [9, 1]);
function f({ p } = { p: "default" }, ...[q, r]) { return p + q + r; }
assert.sameValue(f(undefined, 1, 2), "default12");
assert.throws(TypeError, function () { var { z } = null; });
