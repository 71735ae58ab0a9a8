// expect: stops
var s = []; for (var i = 0; i < 7e4; i++) s.push('p' + i); Function(s.join(), 'return p69999').length
