// expect: TypeError
var g = (function* () { try { yield 1; } finally { g.return(2); } })(); g.next(); g.return(1)
