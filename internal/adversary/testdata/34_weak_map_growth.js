// expect: memory
// limits: memory=64
var m = new WeakMap, a = []; for (;;) { var o = {}; a.push(o); m.set(o, {}); }
