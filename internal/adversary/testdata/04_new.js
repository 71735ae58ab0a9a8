// expect: stops
eval('new '.repeat(3e5) + 'f')
