// expect: stops
var o = []; for (var i = 0; i < 1e5; i++) { var b = []; Object.setPrototypeOf(b, o); o = b; } o[5]
