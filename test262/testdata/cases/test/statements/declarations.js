/*---
description: var is hoisted, let and const have a dead zone
---*/
assert.sameValue(early, undefined);
var early = 1;
assert.throws(ReferenceError, function () { late; let late = 1; });
assert.throws(TypeError, function () { const fixed = 1; fixed = 2; });
{
  let early = 2;
  assert.sameValue(early, 2);
}
assert.sameValue(early, 1);
