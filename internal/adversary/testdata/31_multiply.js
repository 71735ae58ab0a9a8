// expect: stops
// limits: timeout=500ms
var x = (1n << 10000000n) - 1n; x * (x - 2n); x * x * x
