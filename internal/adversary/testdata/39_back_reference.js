// expect: stops
// limits: timeout=300ms
/(a*)*\1b/.test('a'.repeat(1e5))
