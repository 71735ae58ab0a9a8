// expect: stops
// limits: memory=64
Array(1e4).join('x'.repeat(1e6)).length
