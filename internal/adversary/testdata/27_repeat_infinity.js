// expect: RangeError
'x'.repeat(Infinity)
