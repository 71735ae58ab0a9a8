// expect: ok 300001
eval('1' + '+1'.repeat(3e5))
