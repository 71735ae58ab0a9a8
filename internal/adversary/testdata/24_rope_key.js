// expect: ok 1
var s = ''; for (var i = 0; i < 3e5; i++) s = 'ab' + s; var o = {}; o[s] = 1; o['ab'.repeat(3e5)]
