// expect: 600002
(function () {
  let reads = 0;
  const p = new Proxy({ x: 1 }, {
    get(t, k, r) { reads++; return Reflect.get(t, k, r); },
    set(t, k, v, r) { return Reflect.set(t, k, v, r); },
    has(t, k) { return Reflect.has(t, k); },
  });
  let found = 0;
  for (let i = 0; i < 200000; i++) {
    p.x = p.x + 1;
    if ("x" in p) found++;
  }
  globalThis.result = p.x + reads + found;
})();
