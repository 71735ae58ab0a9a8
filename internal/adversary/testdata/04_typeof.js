// expect: stops
eval('typeof '.repeat(3e5) + '1')
