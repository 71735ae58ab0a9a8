// expect: stops
// limits: memory=64 timeout=500ms
Array.from({ [Symbol.iterator]() { return { next: Object.bind(null, { value: 1 }) }; } })
