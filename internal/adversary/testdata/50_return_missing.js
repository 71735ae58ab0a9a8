// expect: ok 1
var it = { [Symbol.iterator]() { return { next: () => ({ value: 1 }) }; } }; for (var x of it) break; x
