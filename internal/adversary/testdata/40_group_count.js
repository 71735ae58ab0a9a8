// expect: stops
// limits: timeout=500ms memory=64
/(?:(a|b)?){65535}c/.test('ab'.repeat(1e3))
