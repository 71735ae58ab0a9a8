// expect: stops
eval('for(;0;)'.repeat(1e5) + ';')
