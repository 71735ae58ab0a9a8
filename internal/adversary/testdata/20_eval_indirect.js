// expect: RangeError
var s = '(0, eval)(s) + 1'; (0, eval)(s)
