// expect: stops
eval('if(0);else '.repeat(1e5) + ';')
