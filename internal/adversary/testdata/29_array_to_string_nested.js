// expect: stops
// limits: timeout=500ms memory=64
var a = ['abcdefgh']; for (var i = 0; i < 40; i++) a = [a, a]; String(a)
