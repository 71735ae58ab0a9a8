// expect: 1999999000000
(function () {
  function* range(n) { for (let i = 0; i < n; i++) yield i; }
  let sum = 0;
  for (const v of range(2000000)) sum += v;
  globalThis.result = sum;
})();
