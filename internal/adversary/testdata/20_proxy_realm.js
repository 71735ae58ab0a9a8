// expect: stops
var p = function () {}; for (var i = 0; i < 1e5; i++) p = new Proxy(p, {}); Reflect.construct(Object, [], p)
