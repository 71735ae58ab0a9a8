// expect: ok null
var r = /a/g; r.lastIndex = { valueOf() { r.compile('b', 'g'); return 0; } }; r.exec('aaa')
