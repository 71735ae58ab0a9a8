// expect: RangeError
var f = function () { return 1; }; for (var i = 0; i < 1e5; i++) f = f.bind(); ({}) instanceof f
