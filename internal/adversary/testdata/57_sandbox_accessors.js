// expect: RangeError
var s = { get x() { return vm.runInContext('x', s); } }; vm.createContext(s); vm.runInContext('x', s)
