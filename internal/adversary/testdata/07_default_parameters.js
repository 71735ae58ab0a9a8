// expect: RangeError
eval('(x=('.repeat(5e4) + '1' + ')=>1)'.repeat(5e4))
