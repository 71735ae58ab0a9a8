// expect: RangeError
var o = { toISOString() { return Date.prototype.toJSON.call(o); } }; Date.prototype.toJSON.call(o)
