// expect: ok 9
Array.prototype[1] = 9; [1, , 3].concat([])[1]
