// expect: RangeError
[3, 1, 2].sort(() => { throw new RangeError(); })
