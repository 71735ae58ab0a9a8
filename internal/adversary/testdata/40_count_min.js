// expect: stops
// limits: timeout=500ms
/a{4294967295}/.test('a'.repeat(1e5))
