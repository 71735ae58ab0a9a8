// expect: memory
// limits: memory=64
function* g() { for (;;) yield 1; } var [...r] = g()
