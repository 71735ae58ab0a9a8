// expect: memory
// limits: memory=64
var a = []; for (var i = 0; ; i++) a[i * 1000] = i
