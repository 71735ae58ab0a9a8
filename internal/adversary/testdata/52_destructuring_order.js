// expect: ok a,b
var log = []; var { a, b } = new Proxy({}, { get(t, k) { log.push(k); } }); log.join()
