// expect: ok true
RegExp('a'.repeat(1e6)).test('a'.repeat(1e6))
