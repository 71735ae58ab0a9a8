// expect: ok 3
eval('0||'.repeat(1e5) + '3')
