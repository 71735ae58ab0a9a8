// expect: TypeError
'a' in new Proxy(Object.freeze({ a: 1 }), { has: () => false })
