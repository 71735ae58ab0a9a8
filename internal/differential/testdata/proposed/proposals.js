// The built-ins of proposals that a realm has when it is asked for them.
const show = (label, f) => {
  try { console.log(label, f()); } catch (e) { console.log(label, e.name, e.message); }
};

const realm = new ShadowRealm();
show('evaluate', () => realm.evaluate('globalThis.x = 1; typeof x + this.x'));
show('apart', () => typeof x);
show('wrapped', () => realm.evaluate('f => f(x) + 1')(v => v * 10));
show('not callable', () => realm.evaluate('({})'));
show('thrown', () => realm.evaluate('throw new RangeError("inside")'));
show('early error', () => realm.evaluate('x ='));
show('name', () => { const f = realm.evaluate('(function named(a, b) {})'); return f.name + f.length + Object.hasOwn(f, 'prototype'); });
realm.importValue('./missing.mjs', 'x').catch(e => console.log('importValue', e.constructor === TypeError));

show('join', () => [1, null, 'a', undefined].values().join('-'));
show('join nothing', () => [].values().join() + '.');

const buffer = new Uint8Array([1, 2, 3]).buffer;
const part = buffer.sliceToImmutable(1);
show('slice', () => [part.immutable, buffer.immutable, part.byteLength, new Uint8Array(part).join('')].join());
const whole = buffer.transferToImmutable();
show('transfer', () => [buffer.detached, whole.immutable, whole.resizable].join());
show('write', () => { const u = new Uint8Array(whole); u[0] = 9; return u[0]; });
show('strict write', () => { 'use strict'; new Uint8Array(whole)[0] = 9; });
show('fill', () => new Uint8Array(whole).fill(0));
show('setInt8', () => new DataView(whole).setInt8(0, 1));
show('again', () => whole.transfer());
show('element', () => JSON.stringify(Object.getOwnPropertyDescriptor(new Uint8Array(whole), 1)));

Promise.allKeyed({ a: 1, b: Promise.resolve(2) }).then(o => console.log('allKeyed', JSON.stringify(o), Object.getPrototypeOf(o)));
Promise.allSettledKeyed({ a: 1, b: Promise.reject(2) }).then(o => console.log('allSettledKeyed', JSON.stringify(o)));
Promise.allKeyed(1).catch(e => console.log('allKeyed of a number', e.name));
