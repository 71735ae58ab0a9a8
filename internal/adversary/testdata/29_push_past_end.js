// expect: RangeError
var a = []; a.length = 2 ** 32 - 1; a.push(1)
