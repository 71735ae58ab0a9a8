// expect: timeout
// limits: timeout=300ms
/(.*)*x/.test('a'.repeat(1e5))
