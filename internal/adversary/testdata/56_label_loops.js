// expect: timeout
// limits: timeout=200ms
a: for (;;) { for (;;) continue a; }
