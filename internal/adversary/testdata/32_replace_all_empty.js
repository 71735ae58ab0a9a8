// expect: stops
// limits: memory=64
'a'.repeat(1e6).replaceAll('', 'b'.repeat(1000))
