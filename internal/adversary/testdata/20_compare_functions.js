// expect: RangeError
var o = { valueOf() { return Math.max(o, 1); } }; Math.max(o, 1)
