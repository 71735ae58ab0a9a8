// expect: timeout
// limits: timeout=300ms
/(.*)*[xy]/.test('a'.repeat(1e5))
