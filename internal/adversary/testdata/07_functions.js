// expect: RangeError
eval('function f(){'.repeat(1e5) + '}'.repeat(1e5))
