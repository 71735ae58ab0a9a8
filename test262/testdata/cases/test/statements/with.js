/*---
description: with puts an object in front of the scope
flags: [noStrict]
---*/
var o = { x: 1, [Symbol.unscopables]: { hidden: true }, hidden: 2 };
var hidden = "outer";
with (o) {
  x = 5;
  assert.sameValue(hidden, "outer");
}
assert.sameValue(o.x, 5);
