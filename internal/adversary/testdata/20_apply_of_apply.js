// expect: RangeError
function f() { return 1 + Function.prototype.apply.apply(f, [null, []]); } f()
