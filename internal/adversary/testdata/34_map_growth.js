// expect: memory
// limits: memory=64
var m = new Map; for (var i = 0; ; i++) m.set(i, i)
