// expect: RangeError
1n << (1n << 60n)
