// expect: stops
new Array(...Array(3e6).fill(1)).length
