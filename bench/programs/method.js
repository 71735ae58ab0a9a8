// expect: 6000000
(function () {
  function Counter() { this.n = 0; }
  Counter.prototype.add = function (k) { this.n += k; return this; };
  const c = new Counter();
  for (let i = 0; i < 2e6; i++) c.add(1).add(2);
  globalThis.result = c.n;
})();
