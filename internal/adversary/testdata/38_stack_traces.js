// expect: timeout
// limits: memory=128 timeout=500ms
Error.stackTraceLimit = Infinity; function f(n) { if (n) { f(n - 1); return 1; } for (;;) new Error('x').stack; } f(9000)
