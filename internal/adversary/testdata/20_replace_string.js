// expect: RangeError
function f() { return 'a'.replaceAll('a', f); } f()
