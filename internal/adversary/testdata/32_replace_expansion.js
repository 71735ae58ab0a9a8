// expect: stops
// limits: memory=64
var s = 'x'; for (;;) s = s.replace(/x/g, '$&'.repeat(1000))
