// expect: RangeError
var r = /a/; r.exec = function (s) { return r.test(s); }; r.test('a')
