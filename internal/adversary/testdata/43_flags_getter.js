// expect: ok 1
var n = 0, r = /a/g; Object.defineProperty(r, 'flags', { get() { n++; return 'g'; } }); r[Symbol.replace]('aa', 'b'); n
