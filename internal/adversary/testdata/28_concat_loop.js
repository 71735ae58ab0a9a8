// expect: memory
// limits: memory=64
var s = ''; for (;;) s += 'abcdefghijklmnopqrstuvwxyz'
