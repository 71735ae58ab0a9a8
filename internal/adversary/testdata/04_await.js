// expect: stops
eval('(async () => ' + 'await '.repeat(3e5) + '1)()')
