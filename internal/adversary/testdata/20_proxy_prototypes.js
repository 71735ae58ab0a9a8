// expect: stops
var p = null; for (var i = 0; i < 1e5; i++) p = new Proxy(Object.create(p), {}); p.x
