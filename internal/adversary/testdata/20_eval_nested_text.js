// expect: RangeError
var s = '('.repeat(200) + 'f()' + ')'.repeat(200); function f() { return 1 + eval(s); } f()
