// expect: stops
// limits: timeout=500ms memory=64
var a = []; for (var i = 0; i < 1000; i++) a[i * 4000000] = 1; a.length = 0; a.length
