// expect: stops
// limits: memory=64
var s = 'ab'; for (;;) { s += s; s.charCodeAt(s.length - 1); }
