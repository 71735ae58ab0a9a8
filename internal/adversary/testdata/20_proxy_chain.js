// expect: RangeError
var p = {}; for (var i = 0; i < 1e5; i++) p = new Proxy(p, {}); p.x
