// Ways around a timeout, as the documentation and Node's list of known issues
// have them: what runs later is in nobody's timeout, unless it is in the queue of
// an afterEvaluate context.
import vm from 'node:vm';

const print = (...values) => console.log(...values);
const later = (f, ms = 30) => new Promise((resolve) => setTimeout(() => resolve(f()), ms));
const fails = (f) => { try { f(); return 'nothing'; } catch (e) { return e.code ?? e.name; } };
const mode = { timeout: 200, microtaskMode: 'afterEvaluate' };

// Without a mode a promise's callback runs when the caller's stack is done.
let log = [];
vm.runInNewContext('Promise.resolve().then(() => log.push("ran"))', { log }, { timeout: 200 });
print(log.length, await later(() => log.length)); // 0 1
// With it, inside the call, and inside the timeout.
log = [];
vm.runInNewContext('Promise.resolve().then(() => log.push("ran"))', { log }, mode);
print(log.length); // 1
print(fails(() => vm.runInNewContext('Promise.resolve().then(() => { for (;;); })', {}, mode))); // ERR_SCRIPT_EXECUTION_TIMEOUT
print(fails(() => vm.runInNewContext('(async function f() { await null; f() })()', {}, { ...mode, timeout: 50 }))); // ERR_SCRIPT_EXECUTION_TIMEOUT
print(fails(() => vm.runInNewContext('const t = { then(f) { f(t) } }; Promise.resolve(t)', {}, { ...mode, timeout: 50 }))); // ERR_SCRIPT_EXECUTION_TIMEOUT
// A function of the outer context belongs to the outer queue.
log = [];
vm.runInNewContext('Promise.resolve().then(outer)', { outer: () => log.push('outer') }, mode);
print(log.length, await later(() => log.length)); // 0 1
// So do what nextTick, queueMicrotask and the timers are given (the two known issues).
log = [];
vm.runInNewContext('for (const f of [nextTick, micro, setImmediate, (g) => setTimeout(g, 1)]) f(() => { log.push(1) })',
  { log, nextTick: process.nextTick, micro: queueMicrotask, setImmediate, setTimeout }, mode);
print(log.length, await later(() => log.length)); // 0 4
// Nothing in the script notices its own end.
log = [];
const ways = ['try { for (;;); } catch { log.push(1) } finally { log.push(2) }', 'function* g() { try { yield 1 } finally { log.push(3) } } for (const x of g()) for (;;);',
  'new Promise((r, j) => { for (;;); }).catch(() => log.push(4))', '(async () => { try { for (;;); } catch { log.push(5) } })()', '[1].map(() => { for (;;); })',
  'Object.defineProperty({}, "x", { get() { for (;;); } }).x', 'JSON.parse("[1]", () => { for (;;); })', '"x".replace(/x/, () => { for (;;); })', 'new Proxy({}, { has() { for (;;); } }); "a" in new Proxy({}, { has() { for (;;); } })',
  '/^(a+)+$/.test("a".repeat(40) + "b")', 'Array.from({ length: 2 ** 32 - 1 })', 'eval("for (;;);")', 'new Function("for (;;);")()', '"x".repeat(2 ** 24).split("").sort()'];
print(ways.filter((code) => !['ERR_SCRIPT_EXECUTION_TIMEOUT', 'RangeError'].includes(fails(() => vm.runInNewContext(code, { log }, { timeout: 30 })))), await later(() => log)); // [] []
