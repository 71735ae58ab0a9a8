// expect: memory
// limits: memory=64
Array.from({ *[Symbol.iterator]() { for (;;) yield 1; } })
