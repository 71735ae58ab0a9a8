// expect: stops
// limits: memory=64 timeout=1s
Object.fromEntries({ *[Symbol.iterator]() { for (var i = 0; ; i++) yield ['k' + i, i]; } })
