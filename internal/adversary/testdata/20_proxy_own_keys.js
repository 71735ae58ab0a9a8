// expect: RangeError
var p = new Proxy({}, { ownKeys() { return Object.keys(p); } }); Object.keys(p)
