// expect: stops
// limits: timeout=300ms
var a = Array(3e6).fill(0.5); for (;;) a.sort(Math.min)
