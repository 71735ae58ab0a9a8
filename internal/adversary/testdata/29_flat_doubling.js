// expect: stops
// limits: timeout=500ms memory=64
var a = [1]; for (var i = 0; i < 40; i++) a = [a, a]; a.flat(Infinity)
