// expect: RangeError
function f() { return 1 + f.call(null, 1, 2); } f()
