// expect: timeout
// limits: memory=64 timeout=500ms
var m = new Map([[0, 0]]); m.forEach((v, k) => { m.delete(k); m.set(k + 1, 0); })
