// expect: stops
eval('if(1)'.repeat(1e5) + ';')
