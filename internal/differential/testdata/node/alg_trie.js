const trie = {}; for (const w of ["to", "tea", "ted", "ten", "in", "inn"]) { let n = trie; for (const c of w) n = n[c] ??= {}; n.$ = w; }
const find = (p) => { let n = trie; for (const c of p) n = n?.[c]; const r = []; (function go(n) { if (!n) return; for (const [k, v] of Object.entries(n)) k === "$" ? r.push(v) : go(v); })(n); return r; };
console.log(find("te"), find("in"), find("x"), trie);
