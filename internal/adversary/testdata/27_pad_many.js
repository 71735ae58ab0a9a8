// expect: memory
// limits: memory=64
var a = []; for (;;) a.push('x'.padEnd(1e6, a.length))
