const t = (f) => { try { return f(); } catch (e) { return e.message; } };
console.log(t(() => { x; let x; }));
console.log(t(() => { typeof x; let x; }));
console.log(t(() => { f(); let x = 1; function f() { return x; } }));
console.log(t(() => { let x = x + 1; }));
console.log(t(() => ((a = b, b) => a)()));
console.log(t(() => { class A extends A {} }));
console.log(t(() => { switch (1) { case 0: let q; case 1: q; } }));
