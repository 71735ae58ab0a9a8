// expect: RangeError
var o = { [Symbol.split](s) { return s.split(this); } }; 'a'.split(o)
