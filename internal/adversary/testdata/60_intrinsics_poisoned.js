// expect: stops
Object.defineProperty(Object.prototype, 'then', { get() { throw 1; } }); Object.prototype.get = 1; Array.prototype[Symbol.iterator] = null; Object.prototype.value = 5; (async () => { await {}; })(); throw new TypeError('x')
