// expect: ok 7
Object.defineProperty(Object.prototype, 1, { get() { return 7; }, configurable: true }); [1, , 3].slice()[1]
