// The promise of an async method is stored after a frame whose result was discarded.
class A {
  #w = 1;
  #o;
  async link() { await A.help(this); return 7; }
  static help = async (m) => { try { await Promise.all([]); } finally { m.#o = undefined; } };
}
let seen = [];
(async () => { await new A().link(); })();
(async () => {
  const ready = async (m) => { seen.push(m.link() instanceof Promise); };
  await ready(new A());
})();
assertSame(seen.length, 1);
assertSame(seen[0], true);
