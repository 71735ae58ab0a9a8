// expect: stops
// limits: memory=64 timeout=500ms
new Float64Array(2 ** 27)
