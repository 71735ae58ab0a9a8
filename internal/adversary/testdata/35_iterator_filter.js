// expect: timeout
// limits: timeout=300ms
Iterator.from({ next: Object.bind(null, { value: 0 }) }).filter(Boolean).next()
