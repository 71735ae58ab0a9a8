// expect: RangeError
function f() { return [1].map(f); } f()
