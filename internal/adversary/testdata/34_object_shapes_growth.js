// expect: stops
// limits: memory=64 timeout=1s
for (var i = 0; ; i++) { var o = {}; o['key' + i] = i; o.a = 1; }
