// expect: stops
eval('9'.repeat(1e6) + 'n') > 0n
