// expect: stops
var s = ''; for (var i = 0; i < 7e4; i++) s += 'function f' + i + '(){return ' + i + '}'; eval(s); f69999()
