// expect: RangeError
var o = { get x() { with (this) { return x; } } }; with (o) x
