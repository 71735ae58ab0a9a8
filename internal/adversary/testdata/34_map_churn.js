// expect: timeout
// limits: memory=64 timeout=500ms
var m = new Map; for (var i = 0; ; i++) { m.set(i, i); m.delete(i - 10); }
