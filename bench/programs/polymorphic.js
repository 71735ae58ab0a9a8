// expect: 7500000
(function () {
  const shapes = [{ v: 1 }, { a: 0, v: 2 }, { b: 0, c: 0, v: 3 }, { d: 0, v: 4 }];
  let sum = 0;
  for (let i = 0; i < 3e6; i++) sum += shapes[i & 3].v;
  globalThis.result = sum;
})();
