// expect: RangeError
function* g() { yield* g(); } g().next()
