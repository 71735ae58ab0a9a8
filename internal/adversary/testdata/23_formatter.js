// expect: RangeError
Error.prototype.toString = function () { return String(this); }; String(new Error('x'))
