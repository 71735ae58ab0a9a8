function fib(n) { return n < 2 ? n : fib(n - 1) + fib(n - 2) }
---
function loop(a) { let s = 0; for (let i = 0; i < a.length; i++) s += a[i] * 2; return s }
---
function obj(o, k) { o.x = o.y + 1; o[k]++; o.m(1, 2); return {a: o.a, b: k} }
---
function counter() { let n = 0; return () => ++n }
---
function t() { try { f() } catch (e) { return e } finally { g() } }
---
function d([a, b = 1, ...c], {x, y: {z}, ...r}) { for (const [k, v] of a) h(k, v) }
---
class A { #p = 1; x = 2; constructor() { this.y = 3 } get p() { return this.#p } static s = 4 }
---
class B extends A { constructor(a) { super(a); this.b = super.m(a) } }
---
function* g(a) { const x = yield a; yield* x; try { yield 1 } finally { h() } }
---
async function af(p) { for await (const x of p) if (await x) break; }
---
'use strict'; function tail(n) { return n ? tail(n - 1) : done() }
---
1; if (x) 2; while (y()) { 3; break }
---
function sw(x) { switch (x) { case 0: return a; case 1: case 2: return b; case 3: break; case 4: default: return c } }
---
function chainy(a) { return a?.b.c(1)?.[d] }
---
function e(x) { eval("x"); with (x) { y = z(); } }
