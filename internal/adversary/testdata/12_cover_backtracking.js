// expect: stops
// limits: timeout=3s
eval('(a=' .repeat(2000) + 'x' + ')'.repeat(2000))
