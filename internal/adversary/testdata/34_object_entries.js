// expect: stops
// limits: memory=64 timeout=1s
var o = {}; for (var i = 0; i < 1e5; i++) o['k' + i] = i; var keep = []; for (;;) keep.push(Object.entries(o))
