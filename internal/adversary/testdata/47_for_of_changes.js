// expect: ok 4
var a = [1, 2], n = 0; for (var x of a) { if (n++ < 2) a.push(1); if (n > 10) break; } n
