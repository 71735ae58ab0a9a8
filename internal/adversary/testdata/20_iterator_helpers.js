// expect: stops
var it = [1].values(); for (var i = 0; i < 1e5; i++) it = it.map(x => x); it.next()
