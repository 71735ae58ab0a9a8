// expect: RangeError
var o = { valueOf() { return this * 2; } }; o * 2
