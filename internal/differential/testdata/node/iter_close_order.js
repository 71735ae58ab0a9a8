const log = [];
const mk = (n) => ({ [Symbol.iterator]() { let i = 0; return { next() { log.push(n + i); return { value: i++, done: i > 3 }; }, return() { log.push(n + "ret"); return {}; } }; } });
for (const a of mk("a")) { for (const b of mk("b")) { if (b) break; } if (a) break; }
const [x, , ...y] = mk("c");
log.push(x, ...y);
try { const [z = (() => { throw 1; })()] = { [Symbol.iterator]() { return { next: () => ({ value: undefined, done: false }), return() { log.push("closed"); return {}; } }; } }; } catch { log.push("caught"); }
const g = (function* () { try { yield 1; yield 2; } finally { log.push("gfin"); } })();
for (const v of g) break;
const [p] = (function* () { try { yield 1; } finally { log.push("dfin"); } })();
new Map((function* () { try { yield [1, 2]; } finally { log.push("mfin"); } })());
try { new Map((function* () { try { yield 1; } finally { log.push("mcl"); } })()); } catch (e) { log.push(e.name); }
console.log(log.join(" "));
