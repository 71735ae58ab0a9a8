// expect: ok 300001
var a = 1; eval('a' + '+a'.repeat(3e5))
