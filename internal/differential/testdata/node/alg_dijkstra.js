const G = { a: { b: 7, c: 9, f: 14 }, b: { c: 10, d: 15 }, c: { d: 11, f: 2 }, d: { e: 6 }, f: { e: 9 } };
const dist = { a: 0 }, todo = new Set(["a"]); while (todo.size) { const u = [...todo].sort((x, y) => dist[x] - dist[y])[0]; todo.delete(u); for (const [v, w] of Object.entries(G[u] ?? {})) if (!(dist[v] <= dist[u] + w)) { dist[v] = dist[u] + w; todo.add(v); } }
console.log(dist);
