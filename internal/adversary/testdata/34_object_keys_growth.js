// expect: memory
// limits: memory=64
var o = {}; for (var i = 0; ; i++) o['key' + i] = i
