// expect: 5
(function () {
  function adder(k) { let total = 0; return function (x) { total += x + k; return total; }; }
  let sum = 0;
  for (let r = 0; r < 1000; r++) {
    const add = adder(r);
    for (let i = 0; i < 1000; i++) sum = (sum + add(i)) % 1000003;
  }
  globalThis.result = sum;
})();
