// expect: TypeError
var a = [1, 2, 3]; a.constructor = { [Symbol.species]: function () { return Object.freeze([]); } }; a.map(x => x)
