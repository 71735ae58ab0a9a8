const log = []; let running = 0, most = 0;
const job = async (n) => { most = Math.max(most, ++running); for (let i = 0; i < n; i++) await null; running--; log.push(n); return n * 2; };
const pool = async (jobs, k) => { const out = []; let i = 0; await Promise.all(Array.from({ length: k }, async () => { while (i < jobs.length) { const j = i++; out[j] = await jobs[j](); } })); return out; };
pool([5, 1, 3, 2].map((n) => () => job(n)), 2).then((r) => console.log(r, most, log));
