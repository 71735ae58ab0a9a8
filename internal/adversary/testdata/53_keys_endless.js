// expect: stops
// limits: timeout=500ms memory=64
Object.keys(new Proxy({}, { ownKeys: () => ({ get length() { return 2 ** 53 - 1; } }) }))
