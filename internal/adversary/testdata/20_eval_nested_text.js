// expect: RangeError
var s = '('.repeat(2000) + 'f()' + ')'.repeat(2000); function f() { return 1 + eval(s); } f()
