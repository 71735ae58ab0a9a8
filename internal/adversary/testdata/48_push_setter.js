// expect: ok true
var hit; Object.defineProperty(Array.prototype, 3, { set(v) { hit = v; }, configurable: true }); var a = [1, 2, 3]; try { a.push(4); } catch {} hit === 4
