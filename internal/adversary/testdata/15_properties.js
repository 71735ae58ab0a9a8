// expect: ok 70000
var s = '({'; for (var i = 0; i < 7e4; i++) s += 'p' + i + ':' + i + ','; Object.keys(eval(s + '})')).length
