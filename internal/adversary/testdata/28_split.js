// expect: memory
// limits: memory=64
var all = []; for (;;) all.push('abcdefgh'.repeat(1e5).split(''))
