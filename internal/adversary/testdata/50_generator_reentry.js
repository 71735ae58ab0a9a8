// expect: TypeError
var g = (function* () { g.next(); })(); g.next()
