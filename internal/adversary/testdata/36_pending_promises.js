// expect: memory
// limits: memory=64
var a = []; for (;;) a.push(new Promise(() => {}))
