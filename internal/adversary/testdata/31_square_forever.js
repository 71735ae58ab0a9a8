// expect: stops
// limits: timeout=500ms
var x = 3n; for (;;) x *= x
