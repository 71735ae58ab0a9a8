// expect: 26269664
(function () {
  const n = 10000, f = new Float64Array(n), u = new Uint8Array(n), w = new Int32Array(n);
  for (let r = 0; r < 100; r++) {
    for (let i = 0; i < n; i++) {
      f[i] = i * 0.5;
      u[i] = i + r;
      w[i] = u[i] + (f[i] | 0);
    }
  }
  let sum = 0;
  for (let i = 0; i < n; i++) sum += w[i];
  globalThis.result = sum;
})();
