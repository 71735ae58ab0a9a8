// expect: RangeError
function f() { return eval('1 + f()'); } f()
