// expect: stops
// limits: timeout=3s
eval('async('.repeat(2000) + 'x' + ')'.repeat(2000))
