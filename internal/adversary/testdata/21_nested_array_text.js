// expect: RangeError
var a = []; for (var i = 0; i < 1e5; i++) a = [a]; String(a)
