// expect: stops
// limits: memory=64 timeout=500ms
String.fromCharCode.apply(null, { length: 1e9 })
