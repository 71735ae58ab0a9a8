// expect: 80216473724
(function () {
  const m = new Map(), s = new Set();
  for (let i = 0; i < 200000; i++) {
    m.set(i, i * 2);
    m.set("k" + (i & 1023), i);
    s.add(i % 5000);
  }
  let sum = 0;
  for (let i = 0; i < 200000; i++) if (m.has(i)) sum += m.get(i);
  for (const [k, v] of m) sum += v;
  for (let i = 0; i < 100000; i++) m.delete(i);
  for (const v of s) sum += v;
  globalThis.result = sum + m.size;
})();
