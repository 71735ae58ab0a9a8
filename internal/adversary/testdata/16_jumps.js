// expect: ok 3
var body = 'x = x + y * 2 - 1;'.repeat(60000); Function('var x = 0, y = 0, n = 0; for (var i = 0; i < 3; i++) { if (i > 5) {' + body + '} n++; } return n')()
