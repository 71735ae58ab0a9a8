// expect: stops
var f = function () {}; for (var i = 0; i < 1e4; i++) { f = f.bind(); } Function.prototype[Symbol.hasInstance].call(f, {})
