// expect: timeout
// limits: timeout=300ms
for (var x of { [Symbol.iterator]() { return { next: Object.bind(null, { value: 1 }) }; } });
