// expect: ok 5
var a = [1, 2, 3, 4, 5], n = 0; a.forEach((x, i) => { n++; if (i === 1) a[1e8] = 1; }); n
