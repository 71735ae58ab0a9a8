// expect: stops
// limits: memory=64
'\ufdfa'.repeat(1e7).normalize('NFKD').length
