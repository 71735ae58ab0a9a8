// expect: 10000000
(function () {
  const o = { a: 1, b: 2, c: 0 };
  for (let i = 0; i < 1e7; i++) o.c = o.a + i;
  globalThis.result = o.c;
})();
