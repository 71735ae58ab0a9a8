// expect: stops
// limits: memory=64
encodeURIComponent('\u1234'.repeat(2e7))
