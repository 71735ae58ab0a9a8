const { inspect } = require('util');
const show = (name, f) => {
  try {
    const v = f();
    console.log(name, inspect(v, { depth: 5 }));
  } catch (e) {
    console.log(name, 'throws', e.name, e.code, e.message.split('\n')[0], Object.prototype.toString.call(e), e instanceof DOMException);
  }
};
const c = structuredClone;
show('none', () => c());
show('prims', () => [c(1), c(-0), c('x'), c(null), c(undefined), c(true), c(10n ** 30n), c(NaN)]);
show('boxes', () => [c(new Number(3)), c(new String('ab')), c(new Boolean(false)), c(Object(5n))]);
show('dates', () => [c(new Date(0)), c(new Date(NaN))]);
show('regexp', () => { const r = /a(b)/giu; r.lastIndex = 3; const d = c(r); return [d, d.lastIndex, d.source, d.flags]; });
show('map', () => c(new Map([[1, { a: 1 }], [{ k: 1 }, new Set([1, 'x'])]])));
show('cycle', () => { const o = { n: 1 }; o.self = o; o.list = [o, o]; const d = c(o); return [d, d.self === d, d.list[0] === d, d !== o]; });
show('mapcycle', () => { const m = new Map(); m.set(m, m); const d = c(m); return [...d.keys()][0] === d; });
show('arrays', () => { const a = [1, , 3]; a.x = 'y'; a.length = 5; return c(a); });
show('proto', () => { class P { constructor() { this.a = 1; } get b() { return 2; } } const d = c(new P()); return [d, Object.getPrototypeOf(d) === Object.prototype]; });
show('getter', () => c({ get a() { return 1; }, [Symbol('s')]: 2 }));
show('nullproto', () => c(Object.assign(Object.create(null), { a: 1 })));
show('hidden', () => c(Object.defineProperty({ a: 1 }, 'b', { value: 2 })));
for (const E of [Error, TypeError, RangeError, SyntaxError, ReferenceError, EvalError, URIError]) show(E.name, () => {
  const e = new E('boom');
  e.extra = 1;
  const d = c(e);
  return [d instanceof E, d.name, d.message, Object.keys(d), Object.hasOwn(d, 'name'), d.stack === e.stack, Object.getOwnPropertyNames(d).sort()];
});
show('error2', () => { const e = new Error('x', { cause: { a: 1 } }); const d = c(e); return ['cause' in d, d.cause]; });
show('error3', () => { const e = new Error('x'); e.name = 'Custom'; const d = c(e); return [d.name, d.stack.split('\n')[0]]; });
show('error4', () => { class MyError extends TypeError {} const d = c(new MyError('q')); return [d.name, d.constructor === TypeError, d.message]; });
show('error5', () => { const d = c(new AggregateError([1], 'm')); return [d.name, d.constructor.name, d.message, d.errors]; });
show('error6', () => { const e = new Error(); const d = c(e); return [Object.hasOwn(d, 'message'), d.message]; });
show('dom', () => c(new DOMException('a', 'AbortError')));
show('buffer', () => { const d = c(new Uint8Array([1, 2, 3]).buffer); return d; });
show('views', () => { const b = new ArrayBuffer(8); const o = c({ a: new Uint8Array(b, 1, 3), b: new DataView(b, 2), c: new Float64Array(b) }); return [o.a.buffer === o.b.buffer, o.a.byteOffset, o.a.length, o.b.byteLength, o.c.length, o.b.constructor.name]; });
show('Buffer', () => { const d = c(Buffer.from('abc')); return [d.constructor.name, d.length, d[0]]; });
show('resizable', () => { const d = c(new ArrayBuffer(2, { maxByteLength: 8 })); return [d.byteLength, d.resizable, d.maxByteLength]; });
show('shared', () => { const s = new SharedArrayBuffer(4); const d = c(s); new Uint8Array(s)[0] = 7; return [d.constructor.name, new Uint8Array(d)[0]]; });
show('arguments', () => (function() { return c(arguments); })(1, 2));
const fails = {
  fn: () => {}, named: function foo(a) { return a; }, cls: class A {}, sym: Symbol('q'), symbox: Object(Symbol('q')), weakmap: new WeakMap(), weakset: new WeakSet(),
  weakref: new WeakRef({}), promise: Promise.resolve(1), proxy: new Proxy({}, {}), proxyarray: new Proxy([], {}), gen: (function* () {})(), nested: { a: [{ b() {} }] }, inMap: new Map([[1, Symbol.iterator]]),
  builtin: Math.max,
};
for (const k in fails) show(k, () => c(fails[k]));
show('math', () => [c(Math), c(JSON), c(Reflect)]);
show('globals', () => c(new (class Foo { #x = 1; y = 2; })()));
show('transfer', () => { const b = new Uint8Array([5, 6]).buffer; const d = c({ b, v: new Uint8Array(b) }, { transfer: [b] }); return [d, b.byteLength, d.v.buffer === d.b]; });
show('transfer unused', () => { const b = new ArrayBuffer(3); c(1, { transfer: [b] }); return b.byteLength; });
show('transfer twice', () => { const b = new ArrayBuffer(3); return c(b, { transfer: [b, b] }); });
show('transfer detached', () => { const b = new ArrayBuffer(3); c(b, { transfer: [b] }); return c(b, { transfer: [b] }); });
show('detached', () => { const b = new ArrayBuffer(3); c(b, { transfer: [b] }); return c(b); });
show('transfer object', () => c({}, { transfer: [{}] }));
show('transfer prim', () => c({}, { transfer: [1] }));
show('transfer bad', () => c({}, { transfer: 1 }));
show('bad options', () => c({}, 1));
show('transfer sab', () => { const s = new SharedArrayBuffer(1); return c(s, { transfer: [s] }); });
show('fail keeps', () => { const b = new ArrayBuffer(3); try { c({ b, f() {} }, { transfer: [b] }); } catch {} return b.byteLength; });
show('port', () => { const { port1 } = new MessageChannel(); return c(port1); });
show('port transfer', () => { const { port1 } = new MessageChannel(); const d = c({ p: port1 }, { transfer: [port1] }); return [d.p.constructor.name, d.p === port1]; });
show('throwing getter', () => c({ get a() { throw new RangeError('mine'); } }));
show('deep', () => { let o = {}; const top = o; for (let i = 0; i < 500; i++) o = o.a = {}; let d = c(top), n = 0; while (d.a) { d = d.a; n++; } return n; });
show('too deep', () => { let o = {}; const top = o; for (let i = 0; i < 200000; i++) o = o.a = {}; return c(top); });
show('length', () => [c.length, c.name]);
show('event', () => c(new Event('x')));
show('url', () => c(new URL('http://a/')));
show('blob', () => c(new Blob(['x'])).size);
