// expect: stops
// limits: timeout=500ms
1n < '9'.repeat(1e7)
