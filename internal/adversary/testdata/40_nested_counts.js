// expect: stops
// limits: timeout=500ms memory=64
/(?:(?:a{1000}){1000}){1000}/.test('a'.repeat(1e4))
