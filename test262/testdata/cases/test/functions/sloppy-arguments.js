/*---
description: sloppy arguments are linked to parameters
flags: [noStrict]
---*/
function f(a) { arguments[0] = 2; return a; }
assert.sameValue(f(1), 2);
function g() { return typeof this; }
assert.sameValue(g.call(1), "object");
assert.sameValue(g(), "object");
undeclaredVariable = 3;
assert.sameValue(delete this.undeclaredVariable, true);
