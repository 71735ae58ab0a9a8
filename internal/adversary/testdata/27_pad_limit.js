// expect: memory
// limits: memory=64
'x'.padStart(2 ** 28, 'ab')
