// expect: stops
// limits: timeout=300ms memory=64
[...'ab'.repeat(1e6).matchAll(/(?:)/g)].length
