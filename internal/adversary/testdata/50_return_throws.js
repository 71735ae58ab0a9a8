// expect: TypeError
var it = { [Symbol.iterator]() { return { next: () => ({ value: 1 }), return() { throw new TypeError(); } }; } }; for (var x of it) break
