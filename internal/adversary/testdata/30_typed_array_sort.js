// expect: stops
// limits: timeout=300ms
new Float64Array(1e7).sort((a, b) => 0)
