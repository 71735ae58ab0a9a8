// expect: ok 0
var a = [1, 2, 3, 4]; a.fill({}, { valueOf() { a.length = 0; return 0; } }); a.length === 4 ? 0 : a.length
