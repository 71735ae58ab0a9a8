// expect: RangeError
var o = { [Symbol.iterator]() { return [...this]; } }; [...o]
