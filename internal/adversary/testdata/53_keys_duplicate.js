// expect: TypeError
Object.keys(new Proxy({}, { ownKeys: () => ['a', 'a'] }))
