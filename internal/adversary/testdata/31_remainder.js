// expect: stops
// limits: timeout=500ms
var x = (1n << 20000000n) - 1n, y = (1n << 10000000n) - 3n; x % y
