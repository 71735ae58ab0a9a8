// expect: stops
var a = [1, 2, 3]; a.constructor = { [Symbol.species]: function () { return a; } }; a.map(x => x * 2); a.filter(() => 1); a.splice(0, 2); a.concat([1]); a.slice(); a.length
