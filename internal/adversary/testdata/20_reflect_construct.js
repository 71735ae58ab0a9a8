// expect: RangeError
function f() { Reflect.construct(f, [1]); } f()
