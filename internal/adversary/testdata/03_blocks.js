// expect: RangeError
eval('{'.repeat(5e5) + '}'.repeat(5e5))
