// expect: 23.237008
(function () {
  let x = 0.5;
  for (let i = 0; i < 5e6; i++) x = x * 3.7 * (1 - x);
  let sum = 0;
  for (let i = 1; i < 3e6; i++) sum += 1.5 / i;
  globalThis.result = sum.toFixed(6);
})();
