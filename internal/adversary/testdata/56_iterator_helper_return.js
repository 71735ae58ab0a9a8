// expect: timeout
// limits: timeout=200ms
try { var it = { __proto__: Iterator.prototype, next: () => ({ value: 1 }), return() { for (;;); } }; it.some(x => { throw 1; }); } catch {}
