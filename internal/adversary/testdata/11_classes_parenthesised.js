// expect: RangeError
eval('(class extends '.repeat(5e4) + 'Object' + '{})'.repeat(5e4))
