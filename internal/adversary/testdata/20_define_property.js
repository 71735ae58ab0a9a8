// expect: RangeError
var o = new Proxy({}, { defineProperty(t, k, d) { return Reflect.defineProperty(o, k, d); } }); o.x = 1
