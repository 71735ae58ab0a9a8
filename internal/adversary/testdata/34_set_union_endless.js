// expect: stops
// limits: memory=64 timeout=500ms
new Set().union({ size: 1, has() {}, keys() { return { i: 0, next() { return { value: this.i++, done: false }; } }; } })
