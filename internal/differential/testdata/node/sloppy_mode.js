undeclared = 1; console.log(undeclared, delete undeclared, typeof undeclared);
Object.freeze([1])[0] = 2; "abc".length = 1; NaN = 1; undefined = 1; Math.PI = 3; console.log(Math.PI, undefined, (5).x = 1);
var v = 1; console.log(delete v, v, delete globalThis.zz);
function dup(a, a) { return a; } console.log(dup(1, 2), 010, "\101");
var let_ = 1, yield = 2, static = 3, async = 4, of = 5, await = 6, implements = 7; console.log(yield + static + async + of + await + implements);
