// expect: RangeError
var o = { [Symbol.toPrimitive]() { return `${this}`; } }; o < 1
