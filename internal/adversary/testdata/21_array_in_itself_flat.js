// expect: RangeError
var a = []; a.push(a); a.flat(Infinity)
