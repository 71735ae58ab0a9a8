// expect: stops
// limits: memory=64
new ArrayBuffer(8, { maxByteLength: 2 ** 31 })
