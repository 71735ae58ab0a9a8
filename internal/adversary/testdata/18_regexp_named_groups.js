// expect: stops
var s = ''; for (var i = 0; i < 3e4; i++) s += '(?<n' + i + '>a)'; RegExp(s)
