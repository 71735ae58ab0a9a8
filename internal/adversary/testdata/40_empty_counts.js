// expect: stops
// limits: timeout=500ms memory=64
/(?:(?:(?:){99999999}){99999999}){99999999}x/.test('a')
