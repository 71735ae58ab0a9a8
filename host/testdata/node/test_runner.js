'use strict';
// The report without what differs from run to run; the exit code is that of the tests.
const chunks = [];
const write = process.stdout.write.bind(process.stdout);
process.stdout.write = (chunk) => { chunks.push(`${chunk}`); return true; };
process.on('exit', (code) => {
  process.exitCode = 0;
  const lines = chunks.join('').split('\n').filter((l) => !/^ *(?:# )?(?:duration_ms|location|stack:|.*:\d+:\d+\)?$)/.test(l));
  write(`${lines.join('\n')}exit ${code}\n`);
});

const test = require('node:test'); const { describe, it, before, after, beforeEach, afterEach, mock } = test; const assert = require('assert');
test('passes', () => {});
test('fails', () => { assert.strictEqual(1, 2); });
test('async', async () => { await null; });
test('async fail', async () => { throw new Error('boom'); });
test('skip opt', { skip: true }, () => { throw 1; });
test('skip msg', { skip: 'why' }, () => {});
test('todo', { todo: true }, () => { throw new Error('t'); });
test('sub', async (t) => { await t.test('one', () => {}); await t.test('two', (t) => { t.diagnostic('hello'); t.skip('later'); }); });
describe('suite', () => { before(() => {}); after(() => {}); beforeEach(() => {}); afterEach(() => {}); it('a', () => {}); it('b', () => { throw new TypeError('x'); }); it.skip('c'); it.todo('d'); describe('inner', () => { it('i', () => {}); }); });
test('mock', () => { const f = mock.fn((a, b) => a + b); assert.strictEqual(f(1, 2), 3); assert.strictEqual(f.mock.calls.length, 1); assert.deepStrictEqual(f.mock.calls[0].arguments, [1, 2]); const o = { m() { return 1; } }; mock.method(o, 'm', () => 5); assert.strictEqual(o.m(), 5); mock.restoreAll(); assert.strictEqual(o.m(), 1); });
test('parent fails', async (t) => { await t.test('child', () => { throw new Error('c'); }); });
test('timeout', { timeout: 10 }, () => new Promise(() => {}));
test(function named() {});
test();
