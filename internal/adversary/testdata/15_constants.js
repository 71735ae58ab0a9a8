// expect: ok 70000.5
var s = 'return [0'; for (var i = 0; i <= 7e4; i++) s += ',' + i + '.5';
Function(s + '].pop()')()
