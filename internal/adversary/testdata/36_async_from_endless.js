// expect: stops
// limits: memory=64 timeout=1s
Array.fromAsync({ *[Symbol.iterator]() { for (;;) yield 1; } })
