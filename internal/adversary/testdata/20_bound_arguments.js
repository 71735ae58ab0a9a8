// expect: stops
var f = function () { return arguments.length; }; for (var i = 0; i < 3000; i++) f = f.bind(null, 1, 2, 3, 4, 5, 6, 7, 8); f()
