// expect: 9799930000
(function () {
  async function leaf(i) { return i; }
  async function main() {
    let sum = 0;
    for (let i = 0; i < 140000; i++) sum += await leaf(i);
    return sum;
  }
  main().then((v) => { globalThis.result = v; });
})();
