// expect: TypeError
Object.keys(new Proxy(Object.freeze({ a: 1 }), { ownKeys: () => [] }))
