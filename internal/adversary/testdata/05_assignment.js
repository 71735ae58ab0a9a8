// expect: stops
var a; eval('a='.repeat(1e5) + '2')
