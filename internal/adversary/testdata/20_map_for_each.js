// expect: RangeError
var m = new Map([[1, 1]]); function f() { m.forEach(f); } f()
