// expect: stops
// limits: timeout=500ms
3n ** 100000000n
