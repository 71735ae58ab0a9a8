// expect: stops
var n = 0; function t() { n++; return t; } eval('t' + '`x`'.repeat(1e5)); n
