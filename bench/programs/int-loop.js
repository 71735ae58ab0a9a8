// expect: 5000000
(function () {
  let x = 0;
  for (let i = 0; i < 1e7; i++) x = (x + (i ^ (x << 1))) & 0xffffff;
  globalThis.result = x;
})();
