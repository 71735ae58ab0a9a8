// expect: stops
// limits: timeout=300ms memory=64
'a'.repeat(1e6).split(/(a*)*b|/)
