// expect: ok false
var o = null; for (var i = 0; i < 1e5; i++) o = Object.create(o); function F() {} o instanceof F
