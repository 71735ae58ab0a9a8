// expect: 688087
(function () {
  function make(depth) { return depth === 0 ? { l: null, r: null } : { l: make(depth - 1), r: make(depth - 1) }; }
  function count(t) { return t.l === null ? 1 : 1 + count(t.l) + count(t.r); }
  const kept = make(14);
  let sum = 0;
  for (let i = 0; i < 40; i++) sum += count(make(13));
  globalThis.result = sum + count(kept);
})();
