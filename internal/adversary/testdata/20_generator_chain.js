// expect: RangeError
function* g(n) { if (n) yield* g(n - 1); else yield 1; } [...g(1e5)]
