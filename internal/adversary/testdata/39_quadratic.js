// expect: stops
// limits: timeout=300ms
/a*b/.test('a'.repeat(1e6))
