'use strict';
// assert.CallTracker: functions that must be called a number of times.

const check = require('internal/validators');
const AssertionError = require('internal/assertion_error');

class CallTracker {
  #checks = new Map();

  calls(f, expected = 1) {
    if (process._exiting) check.fail(Error, 'ERR_UNAVAILABLE_DURING_EXIT', 'Cannot call function in process exit handler');
    if (typeof f === 'number') {
      expected = f;
      f = () => {};
    } else if (f === undefined) {
      f = () => {};
    }
    check.uint32(expected, 'expected', true);
    const { name } = f;
    const entry = { expected, name: name || 'calls', calls: [], stack: new Error() };
    const tracked = new Proxy(f, {
      apply(target, thisArg, args) {
        entry.calls.push(Object.freeze({ thisArg, arguments: args }));
        return Reflect.apply(target, thisArg, args);
      },
    });
    this.#checks.set(tracked, entry);
    return tracked;
  }
  #of(tracked) {
    const entry = this.#checks.get(tracked);
    if (entry === undefined) check.argumentValue('tracked', tracked, 'is not a tracked function');
    return entry;
  }
  getCalls(tracked) { return [...this.#of(tracked).calls]; }
  reset(tracked) {
    if (tracked === undefined) for (const entry of this.#checks.values()) entry.calls = [];
    else this.#of(tracked).calls = [];
  }
  report() {
    const out = [];
    for (const { expected, calls, name, stack } of this.#checks.values()) {
      if (calls.length === expected) continue;
      out.push({
        message: `Expected the ${name} function to be executed ${expected} time(s) but was executed ${calls.length} time(s).`,
        actual: calls.length, expected, operator: name, stack,
      });
    }
    return out;
  }
  verify() {
    const errors = this.report();
    if (errors.length === 0) return;
    const message = errors.length === 1 ? errors[0].message : 'Functions were not called the expected number of times';
    throw new AssertionError({ message, details: errors });
  }
}

module.exports = CallTracker;
