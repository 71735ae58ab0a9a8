// expect: stops
eval('(function*(){' + 'yield '.repeat(3e5) + '1})')
