// expect: ok 1.5
var a = [1, 2, 3], s = 0; for (var x of a) { a[1] = 0.5; a[2] = 'x'; if (typeof x === 'number') s += x; } s
