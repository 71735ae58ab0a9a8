// expect: ok 3
var a = [1, 2, 3]; a.map((x, i) => { delete a[i]; a[4e9] = 1; return x; }).length
