// expect: stops
// limits: timeout=500ms memory=64
var keys = []; for (var i = 0; i < 1e5; i++) keys.push('k' + i); var { ...r } = new Proxy({}, { ownKeys: () => keys, getOwnPropertyDescriptor: () => ({ value: 1, enumerable: true, configurable: true }) })
