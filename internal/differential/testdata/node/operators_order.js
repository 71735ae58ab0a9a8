const log = [];
const v = (n) => ({ valueOf() { log.push("v" + n); return n; } });
const g = (n, x) => (log.push("e" + n), x);
g(1, v(1)) + g(2, v(2)); g(3, v(3)) < g(4, v(4)); g(5, v(5)) ** g(6, v(6));
const o = {}; g("o", o)[g("k", { toString() { log.push("key"); return "k"; } })] = g("r", 1);
log.push(Object.keys(o).join());
`${g("t1", 1)}${g("t2", { toString() { log.push("ts"); return ""; } })}`;
[g("a1"), g("a2")]; ({ [g("c1", "x")]: g("c2") });
console.log(log.join(" "));
