// expect: 250000
(function () {
  let caught = 0;
  function f(i) { if (i % 2) throw new Error("odd"); return i; }
  for (let i = 0; i < 100000; i++) {
    try { f(i); } catch (e) { caught += e.message.length; } finally { caught++; }
  }
  globalThis.result = caught;
})();
