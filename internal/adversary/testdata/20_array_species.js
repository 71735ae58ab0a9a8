// expect: RangeError
class A extends Array { static get [Symbol.species]() { return function () { return a.map(x => x); }; } } var a = new A(1, 2); a.map(x => x)
