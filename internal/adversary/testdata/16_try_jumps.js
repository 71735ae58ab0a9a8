// expect: ok caught
var body = 'x = x + y * 2 - 1;'.repeat(30000); Function('var x = 0, y = 0; try {' + body + 'null.x } catch { return "caught" }')()
