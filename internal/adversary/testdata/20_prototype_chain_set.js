// expect: ok 1
var o = null; for (var i = 0; i < 1e5; i++) o = Object.create(o); o.x = 1; o.x
