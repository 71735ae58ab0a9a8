// expect: 99999w1000019968
(function () {
  let seed = 42;
  function random() { return seed = (seed * 1103515245 + 12345) & 0x7fffffff; }
  const a = [];
  for (let i = 0; i < 100000; i++) a.push(random());
  const numbers = a.slice().sort((x, y) => x - y);
  const words = a.slice(0, 40000).map((n) => "w" + n).sort();
  let ok = 0;
  for (let i = 1; i < numbers.length; i++) if (numbers[i - 1] <= numbers[i]) ok++;
  globalThis.result = ok + words[0];
})();
