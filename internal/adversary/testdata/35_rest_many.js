// expect: stops
((...a) => a.length)(...Array(3e6).fill(1))
