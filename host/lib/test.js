'use strict';
// node:test: tests run one after the other in the order in which they are
// written; what they give is reported in TAP form, or as a list on a terminal.

const check = require('internal/validators');
const { mocks, MockTracker } = require('internal/test/mock');
const report = require('internal/test/report');

const noop = () => {};
const counters = { tests: 0, suites: 0, pass: 0, fail: 0, cancelled: 0, skipped: 0, todo: 0 };
const kinds = ['before', 'after', 'beforeEach', 'afterEach'];

// place finds where a test is written: the first frame outside of Node's modules.
function place() {
  for (const line of new Error().stack.split('\n').slice(1)) {
    const m = /^ +at (?:.* \()?(?:file:\/\/)?(\/.*:\d+:\d+)\)?$/.exec(line);
    if (m) return m[1];
  }
  return undefined;
}

function failure(failureType, error) {
  return { failureType, error };
}

class Test {
  children = [];
  hooks = { before: [], after: [], beforeEach: [], afterEach: [] };
  diagnostics = [];
  failed = null;
  passed = false;
  finished = false;
  failures = 0;
  reported = 0;
  planned;
  asserted = 0;
  #queue = Promise.resolve();

  constructor(parent, name, options, fn, kind) {
    Object.assign(this, { parent, fn, kind, options, location: place(), nesting: parent ? parent.nesting + 1 : -1 });
    this.name = name;
    this.skipped = options.skip;
    this.todo = options.todo;
    this.controller = new AbortController();
    this.done = new Promise((resolve) => { this.resolve = resolve; });
  }

  // add makes a test below this one; it runs after those before it.
  add(name, options, fn, kind, overrides) {
    if (typeof name === 'function') [name, options, fn] = [undefined, {}, name];
    else if (name !== null && typeof name === 'object') [name, options, fn] = [undefined, name, options];
    else if (typeof options === 'function') [options, fn] = [{}, options];
    options = { ...options, ...overrides };
    if (options.timeout !== undefined && options.timeout !== null && options.timeout !== Infinity) check.integer(options.timeout, 'options.timeout', 0, 2 ** 31 - 1);
    const test = new Test(this, String(name ?? (fn?.name || '<anonymous>')), options, fn ?? noop, kind);
    test.index = this.children.push(test);
    if (this.finished) {
      test.failed = failure('parentAlreadyFinished', new Error('test could not be started because its parent finished'));
    }
    if (kind === 'suite') test.collect();
    if (this.kind !== 'suite') this.schedule(test);
    return test;
  }
  schedule(test) {
    this.#queue = this.#queue.then(() => test.run());
  }
  idle() { return this.#queue; }

  // collect runs the body of a suite, which only declares tests.
  collect() {
    const outer = current;
    current = this;
    try {
      if (this.skipped === undefined || this.skipped === false) this.body = this.fn(this.context());
    } catch (e) {
      this.failed = failure('testCodeFailure', e);
    } finally {
      current = outer;
    }
  }
  context() {
    if (this.shown) return this.shown;
    const test = this;
    const hook = (kind) => (f, options) => { test.hooks[kind].push([f, options]); };
    this.shown = this.kind === 'suite' ? { name: this.name, signal: this.controller.signal } : {
      name: this.name,
      fullName: this.fullName(),
      signal: this.controller.signal,
      diagnostic(message) { test.diagnostics.push(`${message}`); },
      skip(message) { test.skipped = message ?? true; },
      todo(message) { test.todo = message ?? true; },
      plan(count) { test.planned = count; },
      runOnly: noop,
      test: (name, options, fn) => {
        test.asserted++;
        return test.add(name, options, fn, 'test').done;
      },
      get mock() { return test.mock ??= new MockTracker(); },
      ...Object.fromEntries(kinds.map((k) => [k, hook(k)])),
    };
    Object.setPrototypeOf(this.shown, this.kind === 'suite' ? SuiteContext.prototype : TestContext.prototype);
    return this.shown;
  }
  fullName() { return this.parent?.parent ? `${this.parent.fullName()} > ${this.name}` : this.name; }

  async runHooks(kind, test) {
    for (const [f] of this.hooks[kind]) {
      try {
        await call(f, test.context(), test.context());
      } catch (e) {
        throw failure('hookFailed', e);
      }
    }
  }
  async each(kind, test) {
    if (kind === 'afterEach') await this.runHooks(kind, test);
    if (this.parent) await this.parent.each(kind, test);
    if (kind === 'beforeEach') await this.runHooks(kind, test);
  }
  async start() {
    if (this.started) return;
    this.started = true;
    await this.runHooks('before', this);
  }

  async run() {
    const began = performance.now();
    const active = running;
    running = this;
    try {
      if (!this.failed && (this.skipped === undefined || this.skipped === false)) await this.execute();
    } catch (e) {
      this.failed ??= e.failureType ? e : failure('testCodeFailure', e);
    }
    running = active;
    this.mock?.restoreAll();
    this.conclude(performance.now() - began);
  }
  async execute() {
    if (this.kind === 'suite') {
      await this.body;
      await this.start();
      for (const t of this.children) await t.run();
      await this.runHooks('after', this);
    } else {
      await this.parent.start();
      await this.parent.each('beforeEach', this);
      try {
        await this.limited(() => call(this.fn, this.context(), this.context()));
        await this.idle();
        if (this.planned !== undefined && this.planned !== this.asserted) {
          throw failure('testCodeFailure', new Error(`plan expected ${this.planned} assertions but received ${this.asserted}`));
        }
      } finally {
        await this.runHooks('after', this);
        await this.parent.each('afterEach', this);
      }
    }
    if (this.failures > 0) this.failed ??= failure('subtestsFailed', `${this.failures} subtest${this.failures > 1 ? 's' : ''} failed`);
  }
  // limited runs the body until it ends, its time is up, or it is cancelled.
  async limited(body) {
    const { timeout, signal } = this.options;
    const stops = [new Promise((_, reject) => { this.abort = reject; })];
    let timer;
    if (timeout !== undefined && timeout !== null && timeout !== Infinity) {
      stops.push(new Promise((_, reject) => {
        timer = setTimeout(() => reject(failure('testTimeoutFailure', `test timed out after ${timeout}ms`)), timeout).unref();
      }));
    }
    if (signal) {
      const aborted = () => failure('testAborted', signal.reason);
      if (signal.aborted) throw aborted();
      stops.push(new Promise((_, reject) => { signal.addEventListener('abort', () => reject(aborted()), { once: true }); }));
    }
    try {
      await Promise.race([body(), ...stops]);
    } finally {
      clearTimeout(timer);
    }
  }
  conclude(duration) {
    if (this.finished) return;
    this.finished = true;
    this.duration = duration;
    const skipped = this.skipped !== undefined && this.skipped !== false;
    const todo = this.todo !== undefined && this.todo !== false;
    const cancelled = ['testTimeoutFailure', 'testAborted', 'cancelledByParent'].includes(this.failed?.failureType);
    this.passed = !this.failed || todo;
    if (this.kind === 'suite') counters.suites++;
    else {
      counters.tests++;
      counters[skipped ? 'skipped' : todo ? 'todo' : cancelled ? 'cancelled' : this.failed ? 'fail' : 'pass']++;
    }
    if (!this.passed) this.parent.failures++;
    if (!this.passed && this.kind === 'suite' && this.failed.failureType !== 'subtestsFailed') process.exitCode = 1;
    this.controller.abort();
    if (this.nesting === 0) report.test(this);
    this.resolve();
  }
}

class TestContext {}
class SuiteContext {}

// call calls a function that gives a promise, or takes a callback as its last
// parameter.
function call(f, receiver, context) {
  if (f.length < 2) return f.call(receiver, context);
  return new Promise((resolve, reject) => {
    f.call(receiver, context, (err) => { if (err) reject(err); else resolve(); });
  });
}

const root = new Test(null, '<root>', {}, noop, 'root');
let current = root; // the suite whose body runs
let running = root; // the test that runs
let watching = false;

// watch reports once nothing is left to run.
function watch() {
  if (watching) return;
  watching = true;
  const began = performance.now();
  const uncaught = (e) => {
    if (running === root) {
      root.diagnostics.push(`Error: A resource generated asynchronous activity after the test ended: ${e}`);
      process.exitCode = 1;
    } else if (running.abort) {
      running.abort(failure('uncaughtException', e));
    }
  };
  process.on('uncaughtException', uncaught);
  process.on('unhandledRejection', uncaught);
  let cancelled = false;
  process.on('beforeExit', async function finish() {
    const waiting = root.children.filter((t) => !t.finished);
    if (cancelled) return;
    if (waiting.length > 0) {
      cancelled = true;
      const pending = failure('cancelledByParent', 'Promise resolution is still pending but the event loop has already resolved');
      for (const t of waiting) if (t !== running) t.failed ??= pending;
      running.abort?.(pending);
      await root.idle();
    }
    process.off('beforeExit', finish);
    try {
      await root.runHooks('after', root);
    } catch (e) {
      root.diagnostics.push(`${e.error}`);
      process.exitCode = 1;
    }
    if (root.failures > 0) process.exitCode = 1;
    report.end(root, counters, performance.now() - began);
  });
  report.start();
}

function declare(kind) {
  const make = (overrides) => (name, options, fn) => {
    watch();
    return current.add(name, options, fn, kind, overrides).done;
  };
  return Object.assign(make(), { skip: make({ skip: true }), todo: make({ todo: true }), only: make({}) });
}

const test = declare('test');
const describe = declare('suite');
const hook = (kind) => (f, options) => {
  check.function(f, 'fn');
  watch();
  (running !== root && current === root ? running : current).hooks[kind].push([f, options]);
};

Object.defineProperty(test, 'name', { value: 'test' });
module.exports = Object.assign(test, {
  test, it: test, describe, suite: describe, mock: mocks,
  ...Object.fromEntries(kinds.map((k) => [k, hook(k)])),
  run() { check.fail(Error, 'ERR_FEATURE_UNAVAILABLE_ON_PLATFORM', 'run() needs child processes, which this host does not have'); },
});
