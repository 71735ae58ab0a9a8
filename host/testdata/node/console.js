'use strict';
const { Console } = require('console');
const { Writable } = require('stream');

// Tables.
for (const [data, columns] of [
  [[1, 2, 'x']], [[[1, 2], [3, 4]]], [[{ a: 1, b: 'two' }, { a: 3, c: true }]], [[{ a: 1, b: 2 }], ['b']], [[[1, 2], [3, 4]], ['5']],
  [[1, 2, { a: 1 }], ['a']], [[], ['a']], [{ x: { n: 1 }, y: [1, 2] }], [new Map([['k', 1], [{ a: 1 }, [1, 2, 3, 4, 5]]])],
  [new Map([[1, 2], [3, 4]]).entries()], [new Map([[1, { a: 1 }]]).values()], [new Set([1, 'x', null])], [new Set([1, 2]).values()],
  [new Set([1]).entries()], [null], [5], ['text'], [undefined], [[[]]], [[undefined, null, Symbol('s'), () => {}]], [['日本', 'a']],
  [[{ deep: { a: 1, b: 2, c: 3 }, short: { a: 1 } }]], [[1, 2], []], [{}],
]) console.table(data, columns);
try {
  console.table([1], 'a');
} catch (e) {
  console.log(e.code, e.message);
}

// Counts, timers, groups, assertions.
console.count();
console.count('x');
console.count();
console.countReset();
console.count();
console.group('outer', { a: 1 });
console.log('in\nside');
console.groupCollapsed();
console.dir({ a: { b: { c: { d: 1 } } } }, { depth: 0 });
console.info('%s is %d%%', 'it', 5);
console.groupEnd();
console.debug('one');
console.groupEnd();
console.groupEnd();
console.dirxml('a', { b: 1 });

// Methods that are detached, and methods that are replaced.
const { log, table, count, group, groupEnd } = console;
log('detached');
group('g');
count('d');
table([1]);
groupEnd();
const original = console.log;
const seen = [];
console.log = (...args) => seen.push(args.join(' '));
console.count('replaced');
console.group('label');
console.groupEnd();
console.log = original;
console.log(seen);

// The class.
const chunks = [];
const out = new Writable({ write(chunk, encoding, cb) { chunks.push(`out ${chunk}`); cb(); } });
const err = new Writable({ write(chunk, encoding, cb) { chunks.push(`err ${chunk}`); cb(); } });
const c = new Console({ stdout: out, stderr: err, groupIndentation: 4, inspectOptions: { depth: 0 } });
c.log({ a: { b: 1 } });
c.error('bad %s', 'thing');
c.group('g');
c.warn('w');
c.dir({ a: [{}] });
c.groupEnd();
c.assert(false, 'why %s', 'not');
c.assert(0);
c.assert(true, 'no');
c.assert(false, { a: 1 });
c.table([[1]]);
c.count();
c.time('t');
c.timeLog('t', 'more', { a: 1 });
c.timeEnd('t');
const plain = Console(out);
plain.error('to the first');
plain.trace('here');
console.log(chunks.map((s) => s.replace(/\d+\.?\d*ms/, 'MS').split('\n')[0]));
for (const f of [() => new Console(), () => new Console({ stdout: {} }), () => new Console({ stdout: out, groupIndentation: -1 }),
  () => new Console({ stdout: out, colorMode: 'x' }), () => new Console({ stdout: out, stderr: 5 })]) {
  try {
    f();
  } catch (e) {
    console.log(e.name, e.code, e.message);
  }
}
console.log(console instanceof Console, c instanceof Console, {} instanceof Console, Object.keys(c).join(), String(c));

// What is written passes through process.stdout once somebody has touched it.
const write = process.stdout.write;
const captured = [];
process.stdout.write = (text, ...rest) => { captured.push([text, rest.length]); return true; };
console.log('captured', { a: 1 });
console.info('x');
process.stdout.write = write;
console.log(captured);
const writeError = process.stderr.write;
process.stderr.write = (text) => { captured.push(text); return true; };
console.error('to stderr');
console.warn('and', 'this');
console.assert(false, 'failed');
process.stderr.write = writeError;
console.log(captured.slice(2));

process.on('warning', (w) => console.log(w.name, w.message));
console.countReset('none');
console.timeEnd('none');
console.timeLog();
console.time('twice');
console.time('twice');
