// expect: RangeError
var p = new Proxy({}, { get(t, k, r) { return r[k] + 1; } }); p.x
