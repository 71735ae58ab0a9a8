// expect: timeout
// limits: timeout=200ms
for (var x of { [Symbol.iterator]() { return { next: () => ({ value: 1 }), return() { for (;;); } }; } }) for (;;);
