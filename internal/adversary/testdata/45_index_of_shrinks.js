// expect: ok -1
var a = [1, 2, 3, 4]; a.indexOf(4, { valueOf() { a.length = 0; return 0; } })
