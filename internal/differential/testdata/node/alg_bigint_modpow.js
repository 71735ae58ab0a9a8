const mp = (b, e, m) => { let r = 1n; for (b %= m; e > 0n; e >>= 1n, b = (b * b) % m) if (e & 1n) r = (r * b) % m; return r; };
const prime = (n) => [2n, 3n, 5n, 7n, 11n, 13n].every((a) => { if (n % a === 0n) return n === a; let d = n - 1n, s = 0; while (!(d & 1n)) { d >>= 1n; s++; } let x = mp(a, d, n); if (x === 1n || x === n - 1n) return true; while (--s > 0) if ((x = (x * x) % n) === n - 1n) return true; return false; });
console.log(mp(3n, 200n, 1000007n), [97n, 561n, 1000000007n, 2n ** 61n - 1n, 2n ** 89n - 1n, 2n ** 67n - 1n].map(prime));
