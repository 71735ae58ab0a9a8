// expect: memory
// limits: memory=64
var p = Promise.resolve(); for (;;) p.then(() => 1)
