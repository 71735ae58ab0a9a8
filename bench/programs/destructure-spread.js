// expect: 7201020000
(function () {
  let sum = 0;
  for (let i = 0; i < 120000; i++) {
    const o = { a: i, b: 2, c: 3 };
    const { a, ...rest } = o;
    const p = { ...rest, d: a };
    const [x, y, ...z] = [a, 1, 2, 3];
    const list = [...z, x];
    sum += p.d + p.b + y + list.length + Math.max(...z);
  }
  globalThis.result = sum;
})();
