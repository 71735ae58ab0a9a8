// expect: memory
// limits: memory=64
var a = []; for (;;) a.push(a.length + 0.5)
