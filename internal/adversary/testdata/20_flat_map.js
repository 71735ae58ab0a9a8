// expect: RangeError
function f() { return [1].flatMap(f); } f()
