// expect: RangeError
var o = { [Symbol.iterator]() { var [x] = this; return x; } }; var [y] = o
