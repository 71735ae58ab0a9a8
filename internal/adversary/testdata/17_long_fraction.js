// expect: ok 0.1
eval('0.1' + '0'.repeat(1e6))
