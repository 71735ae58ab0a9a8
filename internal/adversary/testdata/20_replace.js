// expect: RangeError
function f() { return 'a'.replace(/a/g, f); } f()
