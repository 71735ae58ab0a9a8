// expect: stops
// limits: timeout=300ms
Array.from({ length: 1e6 }, (_, i) => (i * 7919) % 1000003).sort()
