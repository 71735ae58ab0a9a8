// expect: stops
// limits: timeout=300ms
/(?<=(a+)+b)c/.test('a'.repeat(1e5) + 'c')
