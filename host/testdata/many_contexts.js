// Prints how many bytes are left of each of 10,000 contexts that have been dropped.
const vm = require('vm');
const script = new vm.Script('var o = { a: [1] }, p = new Promise(() => {}); p.then(() => o); touch(globalThis); function f() { return o } f()');
const touch = (g) => { g.touched = g.o; g.self = g; };
function use(n) {
  for (let i = 0; i < n; i++) script.runInContext(vm.createContext({ touch, i }));
}
async function heap() {
  for (let i = 0; i < 2; i++) await vm.measureMemory({ execution: 'eager' });
  return process.memoryUsage().heapUsed;
}
(async () => {
  use(200);
  const baseline = await heap();
  use(10000);
  console.log((await heap() - baseline) / 10000);
})();
