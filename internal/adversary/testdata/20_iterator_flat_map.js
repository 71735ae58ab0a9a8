// expect: RangeError
function f() { return [1].values().flatMap(f).toArray(); } f()
