// expect: stops
// limits: memory=64 timeout=1s
for (var i = 0; ; i++) Symbol.for('s' + i)
