// expect: RangeError
var t = {}; var p = new Proxy(t, {}); Object.setPrototypeOf(t, p); p.x = 1
