// expect: stops
// limits: timeout=500ms
(1n << 30000000n).toString()
