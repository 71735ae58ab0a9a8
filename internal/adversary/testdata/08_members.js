// expect: ok undefined
var a = {}; a.b = a; eval('a' + '.b'.repeat(3e5) + '.c')
