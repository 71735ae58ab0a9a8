// expect: stops
// limits: timeout=500ms memory=64
JSON.stringify({}, new Proxy([], { get: (t, k) => k === 'length' ? 2 ** 53 - 1 : 'x' }))
