// expect: TypeError
var it = { [Symbol.iterator]() { return { next: () => ({ value: 1 }), return: () => 1 }; } }; for (var x of it) break
