// expect: RangeError
var o = { toString() { return String.raw({ raw: ['a', 'b'] }, o); } }; String(o)
