// expect: ok 4
var a = [1, 2, 3, 4]; a.slice(0, { valueOf() { a.length = 1; return 4; } }).length
