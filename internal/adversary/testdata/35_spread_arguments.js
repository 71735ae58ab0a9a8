// expect: stops
// limits: memory=64
function* g() { for (;;) yield 1; } Math.max(...g())
