// expect: stops
// limits: timeout=500ms
var a = [1, 2, 3]; a.constructor = { [Symbol.species]: function () { return new Proxy([], { set() { a.length = 0; return true; } }); } }; a.concat(a).length
