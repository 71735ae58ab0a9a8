// expect: RangeError
eval('(' + '{a:'.repeat(3e5) + '1' + '}'.repeat(3e5) + ')')
