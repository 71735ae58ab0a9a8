// expect: stops
// limits: timeout=1s memory=64
/(?:(a)|(b)|(c))*d/.test('abc'.repeat(3e6))
