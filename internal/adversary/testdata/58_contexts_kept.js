// expect: stops
// limits: timeout=2s memory=64
var a = []; for (;;) { var c = vm.createContext({}); vm.runInContext('Array; Map; Promise; x = []', c); a.push(c); }
