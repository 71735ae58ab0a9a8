// expect: ok #<Promise>
var r, q = new Promise(x => { r = x; }), p = q; for (var i = 0; i < 2e5; i++) p = p.then(x => x); r(1); p
