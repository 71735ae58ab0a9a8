// expect: ok ok
var r = /a/g, s = { toString() { r[Symbol.replace]('aaa', 'b'); return 'aaa'; } }; r[Symbol.replace](s, 'b') === 'bbb' ? 'ok' : 'bad'
