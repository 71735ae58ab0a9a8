const mul = (a, b) => a.map((r) => b[0].map((_, j) => r.reduce((s, x, k) => s + x * b[k][j], 0)));
console.log(mul([[1, 2], [3, 4]], [[5, 6], [7, 8]]));
let m = [[1n, 1n], [1n, 0n]], r = [[1n, 0n], [0n, 1n]];
const mb = (a, b) => a.map((x) => b[0].map((_, j) => x.reduce((s, y, k) => s + y * b[k][j], 0n)));
for (let e = 300; e; e >>= 1) { if (e & 1) r = mb(r, m); m = mb(m, m); }
console.log(r[0][1]);
