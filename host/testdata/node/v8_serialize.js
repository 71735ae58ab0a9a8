'use strict';
const v8 = require('v8');
const self = { name: 'self' }; self.self = self; const shared = { x: 1 };
for (const v of [undefined, null, true, 0, -0, 1, -1, 2 ** 30, 2 ** 31, -(2 ** 31), 1.5, NaN, Infinity, 'abc', 'é', '日本', 'a日', '', 10n, -(2n ** 70n), 0n, { a: 1, 2: 'b', c: { d: [] } }, [1, 2, 'x', , 3], [1, 2], Object.assign([1], { k: 1 }), new Date(5), new Date(NaN), /a+b/giu,
  new Map([['a', { b: 1 }], [1, 2]]), new Set([1, 'a', null]), new Uint8Array([1, 2, 3]), new Float64Array([1.5]), Buffer.from('buf'), new Uint8Array([1, 2, 3]).buffer, self, [shared, shared], Object(1), Object('s'), Object(false), Object(5n), { f: undefined }]) {
  const b = v8.serialize(v);
  console.log(typeof v === 'bigint' || typeof v === 'string' ? v : '', b.toString('hex'), v8.deserialize(b));
}
const e = v8.deserialize(v8.serialize(new RangeError('bad'))); console.log(e instanceof RangeError, e.message);
for (const bad of [() => {}, Symbol('s'), { f() {} }, Promise.resolve()]) try { v8.serialize(bad); } catch (x) { console.log(x.name, x.message); }
for (const bad of [Buffer.from(''), Buffer.from('ff0f', 'hex'), Buffer.from('ff0f5e05', 'hex'), Buffer.from('ff0f2201', 'hex'), 5]) try { console.log(v8.deserialize(bad)); } catch (x) { console.log(x.name, x.message); }
