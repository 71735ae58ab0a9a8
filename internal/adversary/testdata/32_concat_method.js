// expect: stops
// limits: memory=64
var s = 'a'.repeat(2 ** 20); s = s.concat(...Array(2000).fill(s)); s.charCodeAt(5)
