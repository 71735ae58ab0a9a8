// expect: ok 300000
var n = 0; eval('n++;'.repeat(3e5)); n
