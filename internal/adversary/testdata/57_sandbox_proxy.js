// expect: stops
var log = []; var c = vm.createContext(new Proxy({}, { get(t, k) { log.push(k); return t[k]; }, has: () => true, set() { throw 1; }, defineProperty() { return false; } })); try { vm.runInContext('x = 1; var y = 2; z', c); } catch (e) { String(e); }
