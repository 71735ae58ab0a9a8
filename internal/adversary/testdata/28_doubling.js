// expect: RangeError
var s = 'ab'; for (;;) s += s
