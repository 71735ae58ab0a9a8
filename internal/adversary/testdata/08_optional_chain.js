// expect: ok undefined
var a; eval('a' + '?.b'.repeat(1e5))
