// expect: RangeError
function f() { f(); } f()
