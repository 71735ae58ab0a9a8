// expect: stops
// limits: timeout=500ms memory=64
Array.from({ length: 2 ** 53 - 1 })
