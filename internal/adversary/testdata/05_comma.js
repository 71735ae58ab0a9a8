// expect: ok 7
eval('1,'.repeat(2e5) + '7')
