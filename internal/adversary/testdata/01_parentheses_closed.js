// expect: RangeError
eval('('.repeat(5e5) + '1' + ')'.repeat(5e5))
