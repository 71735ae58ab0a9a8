// expect: 832490669
(function () {
  function adder(k) { let total = 0; return function (x) { total += x + k; return total; }; }
  let sum = 0;
  for (let r = 0; r < 2000; r++) {
    const add = adder(r);
    for (let i = 0; i < 1000; i++) sum = (sum + add(i)) % 1000000007;
  }
  globalThis.result = sum;
})();
