'use strict';
// node:assert

const { inspect } = require('util');
const deepEqual = require('internal/deep_equal');

class AssertionError extends Error {
  constructor({ message, actual, expected, operator, stackStartFn }) {
    super(message);
    this.generatedMessage = false;
    this.code = 'ERR_ASSERTION';
    this.actual = actual;
    this.expected = expected;
    this.operator = operator;
    Object.defineProperty(this, 'name', { value: 'AssertionError', enumerable: false, writable: true, configurable: true });
    if (Error.captureStackTrace) Error.captureStackTrace(this, stackStartFn);
    const stack = this.stack;
    Object.defineProperty(this, 'stack', {
      value: stack.replace(/^(AssertionError|Error)/, 'AssertionError [ERR_ASSERTION]'), writable: true, configurable: true,
    });
  }
}

function fail(message, text, actual, expected, operator, stackStartFn) {
  if (message instanceof Error) throw message;
  const e = new AssertionError({ message: message ?? text, actual, expected, operator, stackStartFn });
  e.generatedMessage = message === undefined;
  throw e;
}

const shown = (v) => inspect(v);

function ok(value, message) {
  if (!value) fail(message, value === undefined || value === null || typeof value === 'boolean' || value === 0 || value === '' ?
    'The expression evaluated to a falsy value' : shown(value), value, true, '==', ok);
}

function assert(value, message) {
  if (!value) fail(message, 'The expression evaluated to a falsy value', value, true, '==', assert);
}

function compare(name, operator, test, text) {
  const f = { [name](actual, expected, message) {
    if (arguments.length < 2) throw new TypeError('The "actual" and "expected" arguments must be specified');
    if (!test(actual, expected)) fail(message, text(actual, expected), actual, expected, operator, f);
  } }[name];
  assert[name] = f;
}

const differ = (head) => (a, b) => `${head}\n\n${shown(a)} !== ${shown(b)}\n`;
compare('equal', '==', (a, b) => a == b || (a !== a && b !== b), (a, b) => `${shown(a)} == ${shown(b)}`);
compare('notEqual', '!=', (a, b) => a != b && !(a !== a && b !== b), (a, b) => `${shown(a)} != ${shown(b)}`);
compare('strictEqual', 'strictEqual', Object.is, differ('Expected values to be strictly equal:'));
compare('notStrictEqual', 'notStrictEqual', (a, b) => !Object.is(a, b), (a, b) => `Expected "actual" to be strictly unequal to: ${shown(b)}`);
compare('deepEqual', 'deepEqual', (a, b) => deepEqual(a, b, false), (a, b) => `Expected values to be loosely deep-equal:\n\n${shown(a)}\n\nshould loosely deep-equal\n\n${shown(b)}`);
compare('notDeepEqual', 'notDeepEqual', (a, b) => !deepEqual(a, b, false), (a, b) => `Expected "actual" not to be loosely deep-equal to: ${shown(b)}`);
compare('deepStrictEqual', 'deepStrictEqual', (a, b) => deepEqual(a, b, true), (a, b) => `Expected values to be strictly deep-equal:\n${shown(a)}\n\nshould equal\n\n${shown(b)}`);
compare('notDeepStrictEqual', 'notDeepStrictEqual', (a, b) => !deepEqual(a, b, true), (a, b) => `Expected "actual" not to be strictly deep-equal to: ${shown(b)}`);

function matches(error, expected, message, fn) {
  if (expected === undefined) return;
  if (typeof expected === 'function') {
    if (expected.prototype !== undefined && error instanceof expected) return;
    if (Error.isPrototypeOf(expected)) throw error;
    if (expected.call({}, error) === true) return;
    fail(message, `The ${expected.name ? `"${expected.name}" ` : ''}validation function is expected to return "true".`, error, expected, fn.name, fn);
  }
  if (Object.prototype.toString.call(expected) === '[object RegExp]') {
    if (expected.test(String(error))) return;
    fail(message, `The input did not match the regular expression ${expected}. Input:\n\n${shown(String(error))}\n`, error, expected, fn.name, fn);
  }
  const keys = Object.keys(expected);
  if (expected instanceof Error) keys.push('name', 'message');
  for (const k of keys) {
    const is = typeof error[k] === 'string' && expected[k] instanceof RegExp ? expected[k].test(error[k]) : deepEqual(error[k], expected[k], true);
    if (!is) fail(message, `Expected values to be strictly deep-equal:\n${k}: ${shown(error[k])}\n\nshould equal\n\n${shown(expected[k])}`, error, expected, fn.name, fn);
  }
}

assert.throws = function throws(f, expected, message) {
  let error;
  try {
    f();
  } catch (e) {
    error = { e };
  }
  if (typeof expected === 'string') { message = expected; expected = undefined; }
  if (error === undefined) fail(message, 'Missing expected exception.', undefined, expected, 'throws', throws);
  matches(error.e, expected, message, throws);
};
assert.doesNotThrow = function doesNotThrow(f, message) {
  try {
    f();
  } catch (e) {
    fail(typeof message === 'string' ? message : undefined, `Got unwanted exception.\nActual message: "${e?.message}"`, e, undefined, 'doesNotThrow', doesNotThrow);
  }
};
assert.rejects = async function rejects(p, expected, message) {
  let error;
  try {
    await (typeof p === 'function' ? p() : p);
  } catch (e) {
    error = { e };
  }
  if (error === undefined) fail(message, 'Missing expected rejection.', undefined, expected, 'rejects', rejects);
  matches(error.e, expected, message, rejects);
};
assert.doesNotReject = async function doesNotReject(p, message) {
  try {
    await (typeof p === 'function' ? p() : p);
  } catch (e) {
    fail(message, `Got unwanted rejection.\nActual message: "${e?.message}"`, e, undefined, 'doesNotReject', doesNotReject);
  }
};
assert.match = function match(s, r, message) {
  if (typeof s !== 'string' || !r.test(s)) fail(message, `The input did not match the regular expression ${r}. Input:\n\n${shown(s)}\n`, s, r, 'match', match);
};
assert.doesNotMatch = function doesNotMatch(s, r, message) {
  if (r.test(s)) fail(message, `The input was expected to not match the regular expression ${r}. Input:\n\n${shown(s)}\n`, s, r, 'doesNotMatch', doesNotMatch);
};
assert.fail = function failed(message = 'Failed') { fail(message, message, undefined, undefined, 'fail', failed); };
assert.ifError = function ifError(v) { if (v !== null && v !== undefined) throw v; };
assert.ok = ok;
assert.AssertionError = AssertionError;
assert.strict = Object.assign(function strict(...args) { assert(...args); }, assert, {
  equal: assert.strictEqual, notEqual: assert.notStrictEqual, deepEqual: assert.deepStrictEqual, notDeepEqual: assert.notDeepStrictEqual,
});
assert.strict.strict = assert.strict;

module.exports = assert;
