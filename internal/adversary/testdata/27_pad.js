// expect: RangeError
'x'.padEnd(2147483620)
