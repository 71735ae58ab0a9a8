// expect: ok RangeError,RangeError,RangeError,RangeError,RangeError,RangeError,RangeError,RangeError,RangeError,RangeError
var p = function () {}; for (var i = 0; i < 1e5; i++) p = new Proxy(p, {});
[() => 'x' in p, () => delete p.x, () => Object.keys(p), () => Object.getPrototypeOf(p), () => Object.setPrototypeOf(p, null),
 () => Object.isExtensible(p), () => Object.preventExtensions(p), () => Object.getOwnPropertyDescriptor(p, 'x'),
 () => p(), () => new p()].map(f => { try { f(); return 'none'; } catch (e) { return e.name; } }).join()
