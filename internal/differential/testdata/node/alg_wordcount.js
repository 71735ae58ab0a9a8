const t = "the quick brown fox jumps over the lazy dog the end";
const c = t.split(" ").reduce((m, w) => m.set(w, (m.get(w) ?? 0) + 1), new Map());
console.log([...c].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).slice(0, 4), c);
