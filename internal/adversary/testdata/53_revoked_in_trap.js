// expect: TypeError
var { proxy, revoke } = Proxy.revocable({}, { get(t, k) { revoke(); return 1; } }); proxy.x; proxy.x
