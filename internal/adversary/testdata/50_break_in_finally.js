// expect: ok 2
var n = 0; for (var x of [1, 2]) { n++; try { throw 1; } finally { continue; } } n
