// expect: ok 0
var o = null; for (var i = 0; i < 1e5; i++) o = Object.create(o); var n = 0; for (var k in o) n++; n
