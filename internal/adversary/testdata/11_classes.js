// expect: RangeError
eval('class A extends '.repeat(1e5) + 'Object' + '{}'.repeat(1e5))
