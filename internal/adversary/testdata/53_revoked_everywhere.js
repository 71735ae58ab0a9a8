// expect: ok 8
var { proxy, revoke } = Proxy.revocable(function () {}, {}); revoke(); [() => proxy.x, () => proxy(), () => new proxy(), () => 'x' in proxy, () => Object.keys(proxy), () => Array.isArray(proxy), () => JSON.stringify([proxy], [proxy]), () => class extends proxy {}].filter(f => { try { f(); } catch (e) { return e instanceof TypeError; } }).length
