// expect: stops
// limits: timeout=300ms
for (;;) 'ABC\u0130'.repeat(1e6).toLowerCase()
