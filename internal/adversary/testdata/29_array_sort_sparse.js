// expect: stops
// limits: timeout=500ms memory=64
var a = []; a.length = 2 ** 32 - 1; a[5] = 1; a.sort()
