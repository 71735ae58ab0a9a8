/*---
description: short circuits, optional chains and nullish values
features: [optional-chaining, coalesce-expression, logical-assignment-operators]
---*/
var calls = 0;
function touch() { calls++; return "touched"; }
assert.sameValue(0 || "b", "b");
assert.sameValue(0 ?? touch(), 0);
assert.sameValue(null ?? "c", "c");
assert.sameValue(null?.[touch()].x.y, undefined);
assert.sameValue(calls, 0);
var o = { a: 0, f() { return this.a; } };
o.a ||= 4;
o.a &&= o.a + 1;
o.b ??= touch();
assert.sameValue(o?.f?.(), 5);
assert.sameValue(o.b, "touched");
assert.sameValue(delete o?.b, true);
assert.sameValue("b" in o, false);
