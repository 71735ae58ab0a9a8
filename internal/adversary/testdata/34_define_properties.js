// expect: stops
// limits: memory=64 timeout=1s
var d = {}; for (var i = 0; i < 1e7; i++) d['k' + i] = { value: i }; Object.defineProperties({}, d)
