// expect: ok true
var a = [3, 1, 2]; a.sort((x, y) => { a.push(1); return x - y; }); a[0] === 1 && a[2] === 3
