// expect: RangeError
var F = function () {}; Object.defineProperty(F, Symbol.hasInstance, { value: o => o instanceof F }); ({}) instanceof F
