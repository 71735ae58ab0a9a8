// expect: stops
// limits: memory=64
var s = 'x'; for (;;) s = `${s}${s}${s}`
