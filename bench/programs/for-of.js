// expect: 1500000
(function () {
  const a = new Array(100000).fill(1);
  let sum = 0;
  for (let r = 0; r < 15; r++) for (const v of a) sum += v;
  globalThis.result = sum;
})();
