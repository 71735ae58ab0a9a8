// expect: RangeError
var c = vm.createContext({ vm }); c.c = c; c.f = function f(n) { return vm.runInContext('f(1)', c) + 1; }; c.f(1)
