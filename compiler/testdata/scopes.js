'use strict'; function f() { return eval(1) }
---
{ using x = y; z(x) }
---
for (let i = 0, g = () => i; i < 3; i++) h(() => i);
---
function f(a) { arguments[0] = 1; return a }
---
class D extends B { constructor() { const g = () => this; super(); g() } get [k]() { return super.v } set #p(v) {} static #q() {} static { this.#q() } }
---
l: for (const a of b) { for (const c in a) { if (c) continue l; if (a) break l; } }
---
a ||= function () {}; ({ x: y.z, [k]: w = 1, ...r } = o); q ??= (p, 1);
