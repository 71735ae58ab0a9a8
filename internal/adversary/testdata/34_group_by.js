// expect: stops
// limits: memory=64 timeout=1s
Map.groupBy({ *[Symbol.iterator]() { for (var i = 0; ; i++) yield i; } }, x => x)
