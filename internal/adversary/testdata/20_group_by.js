// expect: RangeError
function f() { return Object.groupBy([1], f); } f()
