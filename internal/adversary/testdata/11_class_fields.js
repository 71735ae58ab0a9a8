// expect: RangeError
eval('(class { x = '.repeat(5e4) + '1' + '})'.repeat(5e4))
