// expect: memory
// limits: memory=64
var a = []; for (;;) a.push({ x: 1 })
