// expect: timeout
// limits: timeout=300ms
/(x+x+)+y/.test('x'.repeat(1e5))
