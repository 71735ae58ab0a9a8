// expect: ok 3
var s = new Set([1, 2, 3]), n = 0; for (var x of s) { n++; if (n === 1) { s.clear(); s.add(8); s.add(9); } } n
