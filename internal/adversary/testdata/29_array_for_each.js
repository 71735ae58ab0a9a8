// expect: stops
// limits: timeout=500ms memory=64
new Array(2 ** 32 - 1).forEach(() => {})
