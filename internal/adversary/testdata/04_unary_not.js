// expect: stops
eval('!'.repeat(1e6) + '1')
