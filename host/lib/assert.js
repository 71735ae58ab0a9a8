'use strict';
// node:assert

const { inspect } = require('util');
const types = require('internal/types');
const check = require('internal/validators');
const deepEqual = require('internal/deep_equal');
const AssertionError = require('internal/assertion_error');

function innerFail(o) {
  if (o.message instanceof Error) throw o.message;
  throw new AssertionError(o);
}

function innerOk(fn, count, value, message) {
  if (value) return;
  let generated = false;
  if (count === 0) {
    generated = true;
    message = 'No value argument passed to `assert.ok()`';
  } else if (message == null) {
    generated = true;
    message = expressionMessage(fn);
  } else if (message instanceof Error) {
    throw message;
  }
  const err = new AssertionError({ actual: value, expected: true, message, operator: '==', stackStartFn: fn });
  err.generatedMessage = generated;
  throw err;
}

// expressionMessage shows the call of assert or assert.ok from its file.
function expressionMessage(fn) {
  const nothing = 'The expression evaluated to a falsy value';
  const prepare = Error.prepareStackTrace;
  const limit = Error.stackTraceLimit;
  let site;
  try {
    Error.stackTraceLimit = 1;
    Error.prepareStackTrace = (_, sites) => sites[0];
    const o = {};
    Error.captureStackTrace(o, fn);
    site = o.stack;
  } finally {
    Error.prepareStackTrace = prepare;
    Error.stackTraceLimit = limit;
  }
  let file = site?.getFileName?.();
  if (!file) return nothing;
  let source;
  try {
    if (file.startsWith('file:')) file = require('url').fileURLToPath(file);
    source = require('fs').readFileSync(file, 'utf8');
  } catch {
    return nothing;
  }
  const call = callAt(source, site.getLineNumber(), site.getColumnNumber());
  return call ? `${nothing}:\n\n  ${call}\n` : nothing;
}

function callAt(source, line, column) {
  const lines = source.split('\n');
  const text = lines.slice(line - 1).join('\n');
  let start = column - 1;
  while (start > 0 && /[\w$.]/.test(text[start - 1])) start--;
  const open = text.indexOf('(', column - 1);
  if (open < 0) return undefined;
  const end = closing(text, open);
  if (end < 0) return undefined;
  const [first, ...rest] = text.slice(start, end + 1).split('\n');
  return [first, ...rest.map((l) => `  ${l.slice(Math.min(start, l.length - l.trimStart().length))}`)].join('\n');
}

// closing finds the bracket that closes the one at i, past strings and comments.
function closing(text, i) {
  const stack = [];
  const pairs = { '(': ')', '[': ']', '{': '}' };
  for (; i < text.length; i++) {
    const c = text[i];
    if (c === '`' && stack.at(-1) !== '`') {
      stack.push('`');
    } else if (stack.at(-1) === '`') {
      if (c === '\\') i++;
      else if (c === '`') stack.pop();
      else if (c === '$' && text[i + 1] === '{') { stack.push('}'); i++; }
    } else if (c === "'" || c === '"') {
      for (i++; i < text.length && text[i] !== c; i++) if (text[i] === '\\') i++;
    } else if (c === '/' && text[i + 1] === '/') {
      while (i < text.length && text[i] !== '\n') i++;
    } else if (c === '/' && text[i + 1] === '*') {
      i = text.indexOf('*/', i + 2) + 1;
      if (i === 0) return -1;
    } else if (pairs[c]) {
      stack.push(pairs[c]);
    } else if (c === stack.at(-1)) {
      stack.pop();
      if (stack.length === 0) return i;
    }
  }
  return -1;
}

function assert(...args) { innerOk(assert, args.length, ...args); }
Object.defineProperty(assert, 'name', { value: 'ok' });

const missing = () => check.make(TypeError, 'ERR_MISSING_ARGS', 'The "actual" and "expected" arguments must be specified');
const looseSame = (a, b) => a == b || a !== a && b !== b;
const comparisons = {
  equal: ['==', looseSame],
  notEqual: ['!=', (a, b) => !looseSame(a, b)],
  deepEqual: ['deepEqual', (a, b) => deepEqual(a, b, false)],
  notDeepEqual: ['notDeepEqual', (a, b) => !deepEqual(a, b, false)],
  deepStrictEqual: ['deepStrictEqual', (a, b) => deepEqual(a, b, true)],
  notDeepStrictEqual: ['notDeepStrictEqual', (a, b) => !deepEqual(a, b, true)],
  strictEqual: ['strictEqual', Object.is],
  notStrictEqual: ['notStrictEqual', (a, b) => !Object.is(a, b)],
};

const methods = {
  fail(message) {
    if (message instanceof Error) throw message;
    const generated = arguments.length === 0 || message == null;
    const err = new AssertionError({ message: generated ? 'Failed' : message, operator: 'fail', stackStartFn: methods.fail });
    err.generatedMessage = generated;
    throw err;
  },
  ok(...args) { innerOk(methods.ok, args.length, ...args); },
};
for (const [name, [operator, test]] of Object.entries(comparisons)) {
  methods[name] = { [name](actual, expected, message) {
    if (arguments.length < 2) throw missing();
    if (!test(actual, expected)) innerFail({ actual, expected, message, operator, stackStartFn: methods[name] });
  } }[name];
}

// Comparison is what the message of throws shows of an error: the keys that
// were asked for.
class Comparison {
  constructor(obj, keys, actual) {
    for (const key of keys) {
      if (!(key in obj)) continue;
      if (actual !== undefined && typeof actual[key] === 'string' && types.isRegExp(obj[key]) && obj[key].exec(actual[key]) !== null) this[key] = actual[key];
      else this[key] = obj[key];
    }
  }
}

function compareKey(actual, expected, key, message, keys, fn) {
  if (key in actual && deepEqual(actual[key], expected[key], true)) return;
  if (message) innerFail({ actual, expected, message, operator: fn.name, stackStartFn: fn });
  const err = new AssertionError({
    actual: new Comparison(actual, keys), expected: new Comparison(expected, keys, actual), operator: 'deepStrictEqual', stackStartFn: fn,
  });
  err.actual = actual;
  err.expected = expected;
  err.operator = fn.name;
  throw err;
}

const isError = (e) => types.isNativeError(e) || e instanceof Error;

function expectedException(actual, expected, message, fn) {
  let text;
  if (typeof expected !== 'function') {
    if (types.isRegExp(expected)) {
      const str = String(actual);
      if (expected.exec(str) !== null) return;
      text = `The input did not match the regular expression ${inspect(expected)}. Input:\n\n${inspect(str)}\n`;
    } else if (typeof actual !== 'object' || actual === null) {
      const err = new AssertionError({ actual, expected, message, operator: 'deepStrictEqual', stackStartFn: fn });
      err.operator = fn.name;
      throw err;
    } else {
      const keys = Object.keys(expected);
      if (expected instanceof Error) keys.push('name', 'message');
      else if (keys.length === 0) check.argumentValue('error', expected, 'may not be an empty object');
      for (const key of keys) {
        if (typeof actual[key] === 'string' && types.isRegExp(expected[key]) && expected[key].exec(actual[key]) !== null) continue;
        compareKey(actual, expected, key, message, keys, fn);
      }
      return;
    }
  } else if (expected.prototype !== undefined && actual instanceof expected) {
    return;
  } else if (Error.isPrototypeOf(expected)) {
    text = `The error is expected to be an instance of "${expected.name}". Received `;
    text += isError(actual) ? `"${actual.name}"\n\nError message:\n\n${actual.message}` : `"${inspect(actual, { depth: -1 })}"`;
  } else {
    const res = Reflect.apply(expected, {}, [actual]);
    if (res === true) return;
    text = `The ${expected.name ? `"${expected.name}" ` : ''}validation function is expected to return "true". Received ${inspect(res)}`;
    if (isError(actual)) text += `\n\nCaught error:\n\n${actual}`;
  }
  const err = new AssertionError({ actual, expected, message: message || text, operator: fn.name, stackStartFn: fn });
  err.generatedMessage = !message;
  throw err;
}

const kNone = Symbol('kNone');
const ambiguous = (text) => check.make(TypeError, 'ERR_AMBIGUOUS_ARGUMENT', `The "error/message" argument is ambiguous. ${text}`);
const errorKinds = 'of type function or an instance of Error, RegExp, or Object';

function expectsError(fn, actual, error, message) {
  if (typeof error === 'string') {
    if (arguments.length === 4) check.typeError('error', errorKinds, error);
    if (typeof actual === 'object' && actual !== null) {
      if (actual.message === error) throw ambiguous(`The error message "${actual.message}" is identical to the message.`);
    } else if (actual === error) {
      throw ambiguous(`The error "${actual}" is identical to the message.`);
    }
    message = error;
    error = undefined;
  } else if (error != null && typeof error !== 'object' && typeof error !== 'function') {
    check.typeError('error', errorKinds, error);
  }
  if (actual === kNone) {
    const details = `${error?.name ? ` (${error.name})` : ''}${message ? `: ${message}` : '.'}`;
    innerFail({
      actual: undefined, expected: error, operator: fn.name, stackStartFn: fn,
      message: `Missing expected ${fn === methods.rejects ? 'rejection' : 'exception'}${details}`,
    });
  }
  if (error) expectedException(actual, error, message, fn);
}

function expectsNoError(fn, actual, error, message) {
  if (actual === kNone) return;
  if (typeof error === 'string') {
    message = error;
    error = undefined;
  }
  const matches = () => {
    if (typeof error !== 'function') {
      if (types.isRegExp(error)) return error.exec(String(actual)) !== null;
      check.typeError('expected', 'of type function or an instance of RegExp', error);
    }
    if (error.prototype !== undefined && actual instanceof error) return true;
    if (Error.isPrototypeOf(error)) return false;
    return Reflect.apply(error, {}, [actual]) === true;
  };
  if (!error || matches()) {
    innerFail({
      actual, expected: error, operator: fn.name, stackStartFn: fn,
      message: `Got unwanted ${fn === methods.doesNotReject ? 'rejection' : 'exception'}${message ? `: ${message}` : '.'}\nActual message: "${actual?.message}"`,
    });
  }
  throw actual;
}

function thrownBy(fn) {
  check.function(fn, 'fn');
  try {
    fn();
  } catch (e) {
    return e;
  }
  return kNone;
}

const isPromise = (v) => types.isPromise(v) || v !== null && typeof v === 'object' && typeof v.then === 'function' && typeof v.catch === 'function';

async function rejectionOf(promiseFn) {
  let promise = promiseFn;
  if (typeof promiseFn === 'function') {
    promise = promiseFn();
    if (!isPromise(promise))
      check.fail(TypeError, 'ERR_INVALID_RETURN_VALUE', `Expected instance of Promise to be returned from the "promiseFn" function but got ${typeOfReturn(promise)}.`);
  } else if (!isPromise(promiseFn)) {
    check.typeError('promiseFn', 'of type function or an instance of Promise', promiseFn);
  }
  try {
    await promise;
  } catch (e) {
    return e;
  }
  return kNone;
}

const typeOfReturn = (v) => v !== null && typeof v === 'object' && v.constructor?.name ? `an instance of ${v.constructor.name}` : `type ${typeof v}${v === null || v === undefined ? '' : ` (${inspect(v)})`}`;

Object.assign(methods, {
  throws(fn, ...args) { expectsError(methods.throws, thrownBy(fn), ...args); },
  async rejects(promiseFn, ...args) { expectsError(methods.rejects, await rejectionOf(promiseFn), ...args); },
  doesNotThrow(fn, ...args) { expectsNoError(methods.doesNotThrow, thrownBy(fn), ...args); },
  async doesNotReject(fn, ...args) { expectsNoError(methods.doesNotReject, await rejectionOf(fn), ...args); },
  ifError(err) {
    if (err === null || err === undefined) return;
    let message = 'ifError got unwanted exception: ';
    if (typeof err === 'object' && typeof err.message === 'string')
      message += err.message.length === 0 && err.constructor ? err.constructor.name : err.message;
    else message += inspect(err);
    const e = new AssertionError({ actual: err, expected: null, operator: 'ifError', message, stackStartFn: methods.ifError });
    throw e;
  },
  match(string, regexp, message) { matching(string, regexp, message, methods.match, true); },
  doesNotMatch(string, regexp, message) { matching(string, regexp, message, methods.doesNotMatch, false); },
});

function matching(string, regexp, message, fn, want) {
  if (!types.isRegExp(regexp)) check.typeError('regexp', 'an instance of RegExp', regexp);
  if (typeof string === 'string' && (regexp.exec(string) !== null) === want) return;
  if (message instanceof Error) throw message;
  const generated = !message;
  message ||= typeof string !== 'string' ?
    `The "string" argument must be of type string. Received type ${typeof string} (${inspect(string)})` :
    `The input ${want ? 'did not' : 'was expected to not'} match the regular expression ${inspect(regexp)}. Input:\n\n${inspect(string)}\n`;
  const err = new AssertionError({ actual: string, expected: regexp, message, operator: fn.name, stackStartFn: fn });
  err.generatedMessage = generated;
  throw err;
}

Object.assign(assert, methods, { AssertionError });

function strict(...args) { innerOk(strict, args.length, ...args); }
assert.strict = Object.assign(strict, assert, {
  equal: assert.strictEqual, deepEqual: assert.deepStrictEqual, notEqual: assert.notStrictEqual, notDeepEqual: assert.notDeepStrictEqual,
});
assert.strict.strict = assert.strict;

for (const target of [assert, assert.strict])
  Object.defineProperty(target, 'CallTracker', { get: () => require('internal/call_tracker'), configurable: true, enumerable: true });

module.exports = assert;
