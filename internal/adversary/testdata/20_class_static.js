// expect: RangeError
function f() { class A { static x = f(); } } f()
