// expect: ok 70000
var s = ''; for (var i = 0; i < 7e4; i++) s += 'var v' + i + '=' + i + ';';
Function(s + 'return v69999 + 1')()
