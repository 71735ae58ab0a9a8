// expect: ok 3
eval('null??'.repeat(1e5) + '3')
