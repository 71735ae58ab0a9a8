// expect: ok 10
var m = new Map([[1, 1]]), n = 0; m.forEach((v, k) => { n++; m.delete(k); if (n < 10) m.set(k, v); }); n
