// expect: stops
// limits: memory=64 timeout=500ms
var a = []; for (;;) a.push(1n << 100000n)
