// expect: RangeError
var o = { get x() { return Object.assign({}, o); } }; o.x
