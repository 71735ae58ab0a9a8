// expect: stops
// limits: timeout=500ms
BigInt('9'.repeat(1e7)) > 0n
