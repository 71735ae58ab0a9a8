// expect: ok 1000000
var s = ''; for (var i = 0; i < 1e6; i++) s = s + 'a'; s.length
