// expect: stops
// limits: memory=64
var a = []; for (;;) a.push(new ArrayBuffer(1e5))
