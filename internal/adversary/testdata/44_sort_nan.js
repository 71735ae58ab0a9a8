// expect: ok 3
[3, 1, 2].sort(() => NaN).length
