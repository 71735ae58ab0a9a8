// expect: timeout
// limits: timeout=300ms
Iterator.from({ next: Object.bind(null, { value: 1 }) }).drop(Infinity).next()
