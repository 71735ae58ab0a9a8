// expect: ok 2
var a = [1, 2, 3, 4], n = 0; a.forEach(() => { n++; a.length = 2; }); n
