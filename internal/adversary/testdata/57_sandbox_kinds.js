// expect: stops
[[], function () {}, Object.create(null), new Map, Promise.resolve(), globalThis, vm.createContext({})].map(s => { try { return vm.runInContext('var q = 1; typeof Array', vm.createContext(s)); } catch (e) { return e.message; } }).join()
