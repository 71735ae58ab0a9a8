// expect: stops
// limits: timeout=500ms memory=64
Array.from({ length: 1e9 })
