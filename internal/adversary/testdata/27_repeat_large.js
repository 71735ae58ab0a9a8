// expect: memory
// limits: memory=64
'x'.repeat(2 ** 28)
