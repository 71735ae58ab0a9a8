// expect: stops
var a = []; a.push(...Array(3e6).fill(1)); a.length
