// expect: 1667083300
(function () {
  const a = Array.from({ length: 10000 }, (_, i) => i);
  let sum = 0;
  for (let r = 0; r < 50; r++) {
    sum += a.map((x) => x * 2).filter((x) => x % 3 === 0).reduce((x, y) => x + y, 0);
    a.forEach((x) => { sum += x & 1; });
    if (a.some((x) => x < 0)) sum = 0;
  }
  globalThis.result = sum;
})();
