// expect: stops
// limits: memory=64 timeout=500ms
String.raw({ raw: { length: 2 ** 53 - 1 } })
