// expect: RangeError
function f() { return 1 + Reflect.apply(f, null, []); } f()
