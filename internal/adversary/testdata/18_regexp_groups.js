// expect: stops
eval('/' + '(a)'.repeat(1e5) + '/')
