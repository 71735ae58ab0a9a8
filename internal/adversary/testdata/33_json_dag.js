// expect: stops
// limits: memory=64 timeout=500ms
var o = { a: 1 }; for (var i = 0; i < 60; i++) o = { a: o, b: o }; JSON.stringify(o)
