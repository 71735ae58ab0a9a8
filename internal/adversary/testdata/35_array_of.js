// expect: stops
Array.of(...Array(3e6).fill(1)).length
