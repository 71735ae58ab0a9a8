// expect: RangeError
function f() { return JSON.stringify(1, f); } f()
