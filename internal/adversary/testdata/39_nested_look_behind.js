// expect: stops
// limits: timeout=300ms
/(?<=(?<=(?<=a*)*b*)*c)x/.test('abc'.repeat(1e4))
