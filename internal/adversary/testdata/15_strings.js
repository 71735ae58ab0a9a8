// expect: ok s69999
var s = 'return ["0"'; for (var i = 0; i < 7e4; i++) s += ',"s' + i + '"';
Function(s + '].pop()')()
