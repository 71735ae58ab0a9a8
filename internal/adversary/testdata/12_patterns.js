// expect: RangeError
eval('['.repeat(1e5) + 'a' + ']'.repeat(1e5) + '=[]')
