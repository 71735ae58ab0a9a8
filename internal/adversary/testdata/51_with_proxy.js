// expect: ok 1
var log = 0, p = new Proxy({}, { has(t, k) { return k === 'q'; }, get(t, k) { log++; return k === Symbol.unscopables ? undefined : 1; } }); with (p) { q; }
