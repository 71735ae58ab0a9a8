// expect: memory
// limits: memory=64
1n << 1000000000n
