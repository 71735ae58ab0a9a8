// expect: ok 3
var a = [1, 1, 1]; a.reduce((x, y) => { a.push(1); return x + y; })
