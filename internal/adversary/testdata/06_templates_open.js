// expect: RangeError
eval('`${'.repeat(1e5))
