// expect: ok 2
/(?:(?<y>1)|(?<y>2))/.exec('2').groups.y
