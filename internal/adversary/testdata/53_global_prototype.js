// expect: stops
var p = new Proxy(Object.getPrototypeOf(globalThis), { get(t, k, r) { return Reflect.get(t, k, r); }, has(t, k) { return Reflect.has(t, k); } }); try { Object.setPrototypeOf(globalThis, p); } catch {} typeof nothing
