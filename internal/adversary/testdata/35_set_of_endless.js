// expect: stops
// limits: timeout=300ms
new Set({ [Symbol.iterator]() { return { next: Object.bind(null, { value: 1 }) }; } })
