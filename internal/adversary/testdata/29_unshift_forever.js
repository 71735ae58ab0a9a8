// expect: stops
// limits: timeout=500ms memory=64
var a = []; for (;;) a.unshift(1)
