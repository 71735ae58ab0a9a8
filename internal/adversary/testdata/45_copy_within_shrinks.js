// expect: stops
var a = [1, 2, 3, 4]; a.copyWithin(0, { valueOf() { a.length = 0; return 1; } }); a.length
