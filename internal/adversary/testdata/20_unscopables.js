// expect: RangeError
var o = { get [Symbol.unscopables]() { with (this) { return y; } }, y: 1 }; with (o) y
