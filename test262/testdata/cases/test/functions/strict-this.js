/*---
description: strict functions see this as it is
flags: [onlyStrict]
---*/
function f() { return this; }
assert.sameValue(f(), undefined);
assert.sameValue(f.call(1), 1);
assert.throws(ReferenceError, function () { undeclaredVariable = 1; });
assert.throws(TypeError, function () { Object.freeze([1])[0] = 2; });
