// expect: ok 0
var a = [1, 2, 3, 4]; a.splice({ valueOf() { a.length = 0; return 0; } }, 0).length
