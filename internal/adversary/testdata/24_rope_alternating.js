// expect: ok true
var s = ''; for (var i = 0; i < 3e5; i++) s = i & 1 ? s + 'a' : 'b' + s; s.indexOf('ba') > 0
