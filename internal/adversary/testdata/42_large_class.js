// expect: stops
var s = '['; for (var i = 0; i < 60000; i += 2) s += '\\u' + (0x10000 + i).toString(16).slice(1); RegExp(s + ']', 'i').test('x')
