// expect: ok true
var a = Array.from({ length: 1000 }, (_, i) => -i); a.sort((x, y) => { a.length = 0; return x - y; }); a.length === 1000
