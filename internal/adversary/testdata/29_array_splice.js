// expect: stops
// limits: timeout=500ms memory=64
var a = []; a.length = 2 ** 32 - 2; a.splice(0, 1, 1, 2)
