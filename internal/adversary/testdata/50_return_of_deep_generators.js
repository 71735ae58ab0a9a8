// expect: stops
function* g(n) { try { yield* n ? g(n - 1) : [1]; } finally { n--; } } var it = g(1000); it.next(); it.return(5).value
