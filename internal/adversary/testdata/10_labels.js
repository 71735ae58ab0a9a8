// expect: stops
var s = ''; for (var i = 0; i < 1e5; i++) s += 'l' + i + ':'; eval(s + ';')
