// expect: stops
// limits: memory=64
new ArrayBuffer(2 ** 30)
