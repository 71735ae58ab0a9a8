// expect: ok 5
var n = 0; function f() { n++; return f; } eval('f' + '()'.repeat(2e5)); n / 4e4
