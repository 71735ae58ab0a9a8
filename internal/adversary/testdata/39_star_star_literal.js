// expect: ok false
/(.*)*x/.test('a'.repeat(1e5))
