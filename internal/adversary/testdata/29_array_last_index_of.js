// expect: stops
// limits: timeout=500ms memory=64
Array.prototype.lastIndexOf.call({ length: 2 ** 53 }, 1)
