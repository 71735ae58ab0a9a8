// expect: stops
// limits: memory=64 timeout=1s
Promise.all({ *[Symbol.iterator]() { for (;;) yield 1; } })
