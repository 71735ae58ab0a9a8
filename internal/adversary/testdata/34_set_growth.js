// expect: memory
// limits: memory=64
var m = new Set; for (var i = 0; ; i++) m.add({})
