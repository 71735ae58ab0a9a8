// expect: stops
var o = { get then() { return Promise.resolve(o).then(); } }; Promise.resolve().then(() => o).catch(() => 0)
