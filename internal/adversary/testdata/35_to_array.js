// expect: stops
// limits: memory=64 timeout=500ms
Iterator.from({ next: Object.bind(null, { value: 1 }) }).toArray()
