// expect: stops
// limits: timeout=500ms memory=64
var i = 0; Reflect.ownKeys(new Proxy({}, { ownKeys: () => new Proxy({}, { get: (t, k) => k === 'length' ? 2 ** 53 - 1 : 'k' + i++ }) }))
