// expect: stops
var a = {}, b = Object.create(a); vm.createContext(a); vm.createContext(b); vm.runInContext('x = 1', a); vm.runInContext('x', b)
