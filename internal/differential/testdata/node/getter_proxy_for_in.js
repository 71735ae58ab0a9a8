const o = { b: 1, a: 2, 2: 3, 1: 4, __proto__: { c: 5, a: 6 } };
const r = []; for (const k in o) r.push(k); console.log(r);
const d = { x: 1, y: 2, z: 3 }; for (const k in d) { console.log(k); delete d.y; d.w = 4; }
for (const k in "ab") console.log(k); for (const k in null) console.log("never"); for (const k in [5, , 6]) console.log(k);
const h = Object.create({ q: 1 }, { q: { value: 1, enumerable: false } }); for (const k in h) console.log("hidden", k);
for (const k in new Proxy({ p: 1 }, { ownKeys() { return ["p", "g"]; }, getOwnPropertyDescriptor(t, k) { return k === "p" ? { value: 1, enumerable: true, configurable: true } : undefined; } })) console.log(k);
