// expect: RangeError
function f() { return f`a${1}b` + 1; } f()
