// expect: RangeError
function f() { return g() + 1; } function g() { return f() + 1; } f()
