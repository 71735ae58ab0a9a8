// expect: memory
// limits: memory=64
var p = new Promise(() => {}); for (;;) p.then(() => 1)
