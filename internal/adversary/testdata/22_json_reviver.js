// expect: RangeError
function f(k, v) { return JSON.parse('[1]', f); } JSON.parse('1', f)
