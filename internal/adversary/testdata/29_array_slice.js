// expect: stops
// limits: timeout=500ms memory=64
Array.prototype.slice.call({ length: 2 ** 32 - 1 })
