// expect: stops
// limits: memory=64 timeout=1s
'x'.repeat(1e5).replaceAll('x', "$`$'")
