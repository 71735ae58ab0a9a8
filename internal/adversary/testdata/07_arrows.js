// expect: RangeError
eval('x=>'.repeat(1e5) + '1')
