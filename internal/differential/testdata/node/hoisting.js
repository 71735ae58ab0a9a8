console.log(typeof f, typeof v, typeof g);
var v = 1;
function f() {}
var g = () => 1;
{ function inner() { return "block"; } }
console.log(inner());
if (true) { function cond() { return "cond"; } }
console.log(cond());
console.log((function () { return typeof later; function later() {} })());
var f;
console.log(typeof f);
