// expect: stops
eval('0?1:'.repeat(1e5) + '2')
