// expect: TypeError
var { proxy, revoke } = Proxy.revocable({}, {}); var c = vm.createContext(proxy); revoke(); vm.runInContext('x', c)
