// expect: steps
// limits: steps=1000000 timeout=3s
/(a+)+$/.test('a'.repeat(1e4) + 'b')
