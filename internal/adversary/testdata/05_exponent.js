// expect: stops
eval('1**'.repeat(1e5) + '2')
