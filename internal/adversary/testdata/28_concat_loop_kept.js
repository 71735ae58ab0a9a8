// expect: memory
// limits: memory=64
var a = []; for (var i = 0; ; i++) a.push('key number ' + i)
