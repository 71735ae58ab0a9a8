// expect: stops
// limits: timeout=500ms memory=64
Array.prototype.toSpliced.call({ length: 2 ** 53 - 1 }, 0, 1)
