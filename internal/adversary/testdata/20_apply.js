// expect: RangeError
function f() { return 1 + f.apply(null, [1, 2, 3]); } f()
