// expect: stops
var c = vm.createContext(Object.freeze({ a: 1 })); vm.runInContext('a = 2; var b = 3; function f() {}; [a, typeof b, typeof f].join()', c)
