// expect: timeout
// limits: timeout=300ms
/(a+)+$/.test('a'.repeat(1e5) + 'b')
