// expect: stops
Math.max(...Array(3e6).fill(1))
