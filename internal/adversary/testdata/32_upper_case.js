// expect: stops
// limits: memory=64
'\u0390'.repeat(2e7).toUpperCase().length
