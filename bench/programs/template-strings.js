// expect: 6233335
(function () {
  let n = 0;
  function tag(s, ...v) { return s.length + v.length; }
  for (let i = 0; i < 200000; i++) {
    n += `item ${i} of ${"many"}: ${i * 2}`.length;
    n += tag`a${i}b${n}c`;
  }
  globalThis.result = n;
})();
