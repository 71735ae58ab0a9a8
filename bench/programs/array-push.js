// expect: 74999250000
(function () {
  let sum = 0;
  for (let r = 0; r < 15; r++) {
    const a = [];
    for (let i = 0; i < 100000; i++) a.push(i);
    for (let i = 0; i < a.length; i++) sum += a[i];
  }
  globalThis.result = sum;
})();
