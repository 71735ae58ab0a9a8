// expect: RangeError
eval('['.repeat(3e5) + ']'.repeat(3e5))
