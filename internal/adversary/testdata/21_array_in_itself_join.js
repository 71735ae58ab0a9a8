// expect: ok -1
var a = []; a.push([[a]], 1); a.join('-')
