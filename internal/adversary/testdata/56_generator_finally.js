// expect: timeout
// limits: timeout=200ms
var g = (function* () { try { yield 1; for (;;); } finally { for (;;); } })(); for (var x of g);
