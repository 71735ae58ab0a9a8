// expect: stops
var c = vm.createContext({ 0: 'zero' }); vm.runInContext('delete globalThis[0]; this[Symbol.iterator] = 1; this[4294967294] = 2; Object.defineProperty(this, "q", { get() { return 5 }, configurable: true }); q; delete this.q; for (var k in this); Object.keys(this).join()', c)
