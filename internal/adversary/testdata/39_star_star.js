// expect: timeout
// limits: timeout=300ms
/(.*)*x\1y/.test('a'.repeat(1e5) + 'xzy')
