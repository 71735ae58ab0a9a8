// expect: memory
// limits: memory=64
var r = 'abcdefgh'.repeat(2 ** 17), all = []; for (var i = 0; ; i++) { var s = r + i; s.charCodeAt(5); all.push(s); }
