// expect: stops
// limits: memory=64 timeout=500ms
Uint8Array.from({ length: 2 ** 40 })
