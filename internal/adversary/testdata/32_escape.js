// expect: stops
// limits: memory=64
escape('\u1234'.repeat(2e7))
