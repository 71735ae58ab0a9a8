// expect: RangeError
var o = { toString() { return '' + this; } }; o + ''
