// expect: stops
var s = ''; for (var i = 0; i < 66000; i++) s += 'let v' + i + '=1;';
var e = []; for (var i = 0; i < 66000; i++) e.push('v' + i);
Function(s + 'return (() => [' + e.join() + '].length)()')()
