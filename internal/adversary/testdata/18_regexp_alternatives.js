// expect: ok true
RegExp('a|'.repeat(1e5) + 'b').test('b')
