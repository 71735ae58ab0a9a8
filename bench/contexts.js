// What contexts cost, for engines that have node:vm:
//
//     burrow contexts.js; node --expose-gc contexts.js
//
// Microseconds to make one, to make one and run a first script in it, and KiB that
// one holds after that while it is alive; the least of five rounds.
const vm = require('vm');

const scripts = {
  '1 + 1': '1 + 1',
  'declarations': 'var x = 1; function f() { return x } f()',
  'library': '[1, 2].map((x) => Math.max(x, 1)).join()',
};
const n = Number(process.argv[2] ?? 500);

async function heap() {
  if (globalThis.gc) for (let i = 0; i < 3; i++) gc();
  else for (let i = 0; i < 2; i++) await vm.measureMemory({ execution: 'eager' });
  return process.memoryUsage().heapUsed;
}

async function round(script) {
  const alive = new Array(n).fill(null);
  const before = await heap();
  const start = process.hrtime.bigint();
  for (let i = 0; i < n; i++) {
    alive[i] = vm.createContext({});
    if (script) script.runInContext(alive[i]);
  }
  const us = Number(process.hrtime.bigint() - start) / 1e3 / n;
  return [us, (await heap() - before) / 1024 / n];
}

(async () => {
  process.removeAllListeners('warning');
  for (const [name, text] of [['no script', ''], ...Object.entries(scripts)]) {
    const script = text && new vm.Script(text);
    let us = Infinity, kept = 0;
    for (let i = 0; i < 5; i++) {
      const [t, k] = await round(script);
      us = Math.min(us, t);
      kept = k;
    }
    console.log(`${name}: ${us.toFixed(1)} us, ${kept.toFixed(1)} KiB`);
  }
})();
