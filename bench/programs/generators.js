// expect: 124999750000
(function () {
  function* range(n) { for (let i = 0; i < n; i++) yield i; }
  let sum = 0;
  for (const v of range(500000)) sum += v;
  globalThis.result = sum;
})();
