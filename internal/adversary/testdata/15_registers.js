// expect: ok 70000
var s = '', e = []; for (var i = 0; i < 7e4; i++) { s += 'let v' + i + '=1;'; e.push('v' + i); }
Function(s + 'return [' + e.join() + '].length')()
