// expect: stops
// limits: memory=64 timeout=2s
var o = { get then() { return Promise.resolve(o).then(); } }; Promise.resolve().then(() => o).catch(() => 0)
