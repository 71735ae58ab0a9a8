// expect: stops
// limits: timeout=3s
eval('((a='.repeat(1000) + '1' + ')=>1)'.repeat(1000))
