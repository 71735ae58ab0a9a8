// expect: RangeError
function* g() { for (const x of g()) yield x; } g().next()
