// expect: timeout
// limits: memory=64 timeout=1s
var o = {}; for (var i = 0; ; i++) { o['key' + i] = 1; delete o['key' + i]; }
