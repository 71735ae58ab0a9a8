// expect: TypeError
Object.setPrototypeOf(new Proxy(Object.preventExtensions({}), { setPrototypeOf: () => true }), null)
