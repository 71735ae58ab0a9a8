// expect: stops
// limits: timeout=300ms
'a'.repeat(1e5).replace(/a*?$|b/g, 'x')
