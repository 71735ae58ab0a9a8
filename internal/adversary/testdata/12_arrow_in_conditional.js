// expect: stops
// limits: timeout=3s
eval('a?(b):'.repeat(2000) + 'x')
