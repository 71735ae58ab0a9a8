// Time.
const vm = require('vm');
const { row, later, tried, run: runLater, show } = require('./row.js');
const run = (code, options, sandbox = {}) => vm.runInContext(code, vm.createContext(sandbox), options);

row('F01', () => vm.runInThisContext('for(;;);', { timeout: 30 }), () => vm.runInNewContext('for(;;);', {}, { timeout: 30 }), () => new vm.Script('for(;;);').runInThisContext({ timeout: 30 }));
row('F02', () => run('1 + 1', { timeout: 400 }));
const nested = (outer, inner) => vm.runInNewContext('run()', { run() { vm.runInNewContext('for(;;);', {}, { timeout: inner }); } }, { timeout: outer });
row('F03', () => nested(2000, 30));
row('F04', () => nested(60, 3000));
row('F05', () => vm.runInNewContext('run()', { run() { vm.runInNewContext('throw new Error("foobar")', {}, { timeout: 400 }); } }, { timeout: 400 }));
row('F06', () => { const log = []; let r; try { run('try { for(;;); } catch (e) { log("c") } finally { log("f") }', { timeout: 40 }, { log: (x) => log.push(x) }); } catch (e) { r = show(e); } return [r, log]; });
row('F07', () => vm.runInNewContext('run()', { run() { try { vm.runInNewContext('for(;;);', {}, { timeout: 30 }); } catch (e) { return show(e); } } }, { timeout: 2000 }));
row('F08', () => { const s = vm.createContext({}); try { vm.runInContext('var before = true; for(;;);', s, { timeout: 30 }); } catch {} return [s.before, vm.runInContext('typeof 1', s)]; });
row('F09', ...['[3,2,1].sort(() => { for(;;); })', '"a".replace(/a/, () => { for(;;); })', 'JSON.stringify({ toJSON() { for(;;); } })', 'Array.from({ length: 1 }, () => { for(;;); })', 'Array.from({ length: 2 ** 40 })', '(function*() { for(;;); })().next()', 'new Proxy({}, { get() { for(;;); } }).x'].map((code) => () => run(code, { timeout: 30 })));
row('F10', () => run('/(a+)+b/.test("a".repeat(40))', { timeout: 100 }));
row('F12', () => { const log = []; const v = vm.runInNewContext('Promise.resolve().then(() => log("micro")); log2("x"); "value"', { log: (x) => log.push(x), log2() {} }, { microtaskMode: 'afterEvaluate' }); log.push('sync'); return [v, log]; });
row('F13', () => { const log = []; vm.runInNewContext('(async () => { for (let i = 0; i < 3; i++) { log(i); await null; } })()', { log: (x) => log.push(x) }, { microtaskMode: 'afterEvaluate' }); return log; });
row('F14', () => vm.runInNewContext('Promise.resolve().then(() => { for(;;); })', {}, { timeout: 50, microtaskMode: 'afterEvaluate' }));
row('F15', () => vm.runInNewContext('function f() { Promise.resolve().then(f) } f()', {}, { timeout: 50, microtaskMode: 'afterEvaluate' }));
row('F22', ...['eval("1")', 'new Function("1")', 'eval(1)', 'new (async () => {}).constructor("")', 'new (function*() {}).constructor("")', '(0, eval)("1")'].map((code) => () => vm.runInNewContext(code, {}, { contextCodeGeneration: { strings: false } })));
row('F23', () => tried(() => vm.runInNewContext('ev("1+1")', { ev: eval }, { contextCodeGeneration: { strings: false } })));
later('F11', () => { const log = []; vm.runInNewContext('Promise.resolve().then(() => log("micro"))', { log: (x) => log.push(x) }); log.push('sync'); return Promise.resolve().then(() => log); });
later('F16', async () => { const log = []; const p = vm.runInNewContext('(async () => { await null; return 1 })()', {}, { microtaskMode: 'afterEvaluate' }); let done = 'waiting'; (async () => { await p; done = 'went on'; })(); await new Promise((r) => setTimeout(r, 20)); const before = done; const c = vm.createContext({}, { microtaskMode: 'afterEvaluate' }); let n = 0; const q = vm.runInContext('Promise.resolve(1)', c); (async () => { n = await q; })(); await new Promise((r) => setTimeout(r, 20)); vm.runInContext('0', c); await new Promise((r) => setTimeout(r, 20)); return [before, n]; });
later('F17', async () => { const p = vm.runInNewContext('Promise.resolve(1)', {}, { microtaskMode: 'afterEvaluate' }); return new Promise((resolve) => { p.then(resolve); }); });
later('F18', async () => { const log = []; vm.runInNewContext('var p = Promise.resolve(); p.then(outer); p.then(() => log("inner"))', { log: (x) => log.push(x), outer: () => log.push('outer') }, { microtaskMode: 'afterEvaluate' }); log.push('sync'); await new Promise((r) => setTimeout(r, 1)); return log; });
later('F19', () => new Promise((resolve) => { process.once('unhandledRejection', (e, p) => resolve([e.message, e instanceof Error])); vm.runInNewContext('Promise.reject(new Error("lost")); 0'); }));
later('F20', async () => { const p = vm.runInNewContext('(async () => 1)()'); return [p instanceof Promise, Object.prototype.toString.call(p) === '[object Promise]', await p]; });
later('F21', () => new Promise((resolve) => { const s = { setTimeout, resolve, n: 2 }; vm.runInNewContext('setTimeout(() => { n++; resolve(n) }, 1)', s); }));
row('F24', () => new (vm.runInContext('WebAssembly.Module', vm.createContext({}, { codeGeneration: { wasm: false } })))(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])));
later('F25', async () => { const r = await vm.measureMemory({ execution: 'eager' }); return [typeof r.total.jsMemoryEstimate, r.total.jsMemoryRange.length]; });
later('measureMemory detailed', async () => {
  const big = vm.createContext({}), small = vm.createContext({});
  vm.runInContext('var big = []; for (let i = 0; i < 1e5; i++) big.push({ a: i, b: [i] })', big);
  const r = await vm.measureMemory({ mode: 'detailed', execution: 'eager' });
  const all = [r.total, r.current, ...r.other];
  return [Object.keys(r), all.every((e) => String(Object.keys(e)) === 'jsMemoryEstimate,jsMemoryRange'), all.every(({ jsMemoryEstimate: n, jsMemoryRange: [low, high] }) => n === low && low < high),
    r.other.length >= 2, r.other.filter((o) => o.jsMemoryEstimate > 5e6).length, r.current.jsMemoryEstimate < 5e6, all.slice(1).reduce((n, e) => n + e.jsMemoryEstimate, 0) === r.total.jsMemoryEstimate, big.big.length, Object.keys(small)];
});
later('measureMemory at once', async () => { const order = []; await Promise.all([vm.measureMemory().then(() => order.push('default')), vm.measureMemory({ execution: 'eager' }).then(() => order.push('eager'))]); return order.sort(); });
runLater();
