// for-in asks for what a proxy inherits before it looks at the proxy's own keys,
// and an endless chain of proxies is an error.
const log = [];
const handler = new Proxy({}, { get(_, trap) { return (...a) => { log.push(trap); return Reflect[trap](...a); }; } });
const inner = new Proxy({ b: 1 }, handler);
const outer = new Proxy(Object.setPrototypeOf({ a: 1 }, inner), handler);
const keys = [];
for (const k in outer) keys.push(k);
assertSame(keys.join(), 'a,b');
assertSame(log.slice(0, 5).join(), 'ownKeys,getPrototypeOf,ownKeys,getPrototypeOf,getOwnPropertyDescriptor');
const endless = new Proxy({}, { getPrototypeOf() { return endless; } });
assertThrows(RangeError, () => { for (const k in endless); });
