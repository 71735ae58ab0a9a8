'use strict';
// AssertionError, whose message shows how two values differ, line by line over
// their renderings.

const { inspect } = require('util');
const check = require('internal/validators');

const readable = {
  deepStrictEqual: 'Expected values to be strictly deep-equal:',
  strictEqual: 'Expected values to be strictly equal:',
  strictEqualObject: 'Expected "actual" to be reference-equal to "expected":',
  deepEqual: 'Expected values to be loosely deep-equal:',
  notDeepStrictEqual: 'Expected "actual" not to be strictly deep-equal to:',
  notStrictEqual: 'Expected "actual" to be strictly unequal to:',
  notStrictEqualObject: 'Expected "actual" not to be reference-equal to "expected":',
  notDeepEqual: 'Expected "actual" not to be loosely deep-equal to:',
  notIdentical: 'Values have same structure but are not reference-equal:',
  notDeepEqualUnequal: 'Expected values not to be loosely deep-equal:',
};

const shown = (v) => inspect(v, {
  compact: false, customInspect: false, depth: 1000, maxArrayLength: Infinity, showHidden: false, showProxy: false, sorted: true, getters: true,
});
const isObject = (v) => typeof v === 'object' && v !== null;

// difference shows two values line by line: what is equal at the end is cut
// off, runs of equal lines are shortened, and what differs is marked.
function difference(actual, expected, operator, title) {
  const a = shown(actual);
  const left = a.split('\n');
  const right = shown(expected).split('\n');
  if (operator === 'strictEqual' && (isObject(actual) && isObject(expected) || typeof actual === 'function' && typeof expected === 'function'))
    operator = 'strictEqualObject';
  let indicator = '';
  if (left.length === 1 && right.length === 1 && left[0] !== right[0]) {
    const length = left[0].length + right[0].length;
    if (length <= 12) {
      if (!isObject(actual) && !isObject(expected) && (actual !== 0 || expected !== 0))
        return `${title || readable[operator]}\n\n${left[0]} !== ${right[0]}\n`;
    } else if (operator !== 'strictEqualObject' && length < 80) {
      let at = 0;
      while (left[0][at] === right[0][at]) at++;
      if (at > 2) indicator = `\n  ${' '.repeat(at)}^`;
    }
  }
  const tail = cutTail(left, right);
  if (left.length === 0 && right.length === 0) {
    const lines = a.split('\n');
    if (lines.length > 50) lines.splice(46, Infinity, '...');
    return `${title || readable.notIdentical}\n\n${lines.join('\n')}\n`;
  }
  const { text, skipped, full } = compareLines(left, right);
  const head = `${title || readable[operator]}\n+ actual - expected`;
  if (full) return `${head} ... Lines skipped\n${text}\n...`;
  return `${head}${skipped || tail.skipped ? ' ... Lines skipped' : ''}\n${text}${tail.text}${indicator}`;
}

// cutTail removes the equal lines at the end of both and returns how they are shown.
function cutTail(left, right) {
  let text = '';
  let last = '';
  let count = 0;
  while (left.length > 0 && right.length > 0 && left.at(-1) === right.at(-1)) {
    if (count++ < 3) text = `\n  ${left.at(-1)}${text}`;
    else last = left.at(-1);
    left.pop();
    right.pop();
  }
  if (count >= 5) text = `\n...${text}`;
  if (last !== '') text = `\n  ${last}${text}`;
  return { text, skipped: count >= 5 };
}

function compareLines(left, right) {
  let text = '';
  let held = ''; // lines of the right that wait for the end of a run of differences
  let skipped = false;
  let printed = 0;
  let same = 0;
  const count = Math.max(left.length, right.length);
  const longer = left.length < count ? right : left;
  // context shows the last of the equal lines before line i.
  const context = (lines, i) => {
    if (same > 2) {
      if (same > 3) {
        if (same > 4) {
          if (same === 5) {
            text += `\n  ${lines[i - 3]}`;
            printed++;
          } else {
            text += '\n...';
            skipped = true;
          }
        }
        text += `\n  ${lines[i - 2]}`;
        printed++;
      }
      text += `\n  ${lines[i - 1]}`;
      printed++;
    }
    same = 0;
  };
  for (let i = 0; i < count; i++) {
    if (i >= left.length || i >= right.length) {
      context(longer, i);
      if (longer === left) text += `\n+ ${left[i]}`;
      else held += `\n- ${right[i]}`;
      printed++;
    } else {
      let line = left[i];
      let differs = line !== right[i] && line !== `${right[i]},`;
      if (differs && `${line},` === right[i]) {
        differs = false;
        line += ',';
      }
      if (differs) {
        context(left, i);
        text += `\n+ ${line}`;
        held += `\n- ${right[i]}`;
        printed += 2;
      } else {
        text += held;
        held = '';
        if (++same <= 2) {
          text += `\n  ${line}`;
          printed++;
        }
      }
    }
    if (printed > 50 && i < count - 2) return { text: `${text}\n...${held}`, skipped: true, full: true };
  }
  return { text: text + held, skipped, full: false };
}

function copyError(source) {
  const target = Object.assign(Object.create(Object.getPrototypeOf(source)), source);
  Object.defineProperty(target, 'message', { value: source.message });
  if (Object.hasOwn(source, 'cause')) Object.defineProperty(target, 'cause', { value: isObject(source.cause) && source.cause instanceof Error ? copyError(source.cause) : source.cause });
  return target;
}

function describe(actual, expected, operator, title) {
  if (isObject(actual) && isObject(expected) && actual instanceof Error && expected instanceof Error && 'stack' in actual && 'stack' in expected)
    [actual, expected] = [copyError(actual), copyError(expected)];
  if (operator === 'deepStrictEqual' || operator === 'strictEqual') return difference(actual, expected, operator, title);
  if (operator === 'notDeepStrictEqual' || operator === 'notStrictEqual') {
    const base = operator === 'notStrictEqual' && (isObject(actual) || typeof actual === 'function') ? readable.notStrictEqualObject : readable[operator];
    const lines = shown(actual).split('\n');
    if (lines.length > 50) lines.splice(46, Infinity, '...');
    return lines.length === 1 ? `${base}${lines[0].length > 5 ? '\n\n' : ' '}${lines[0]}` : `${base}\n\n${lines.join('\n')}\n`;
  }
  let a = shown(actual);
  let b = shown(expected);
  if (operator === 'notDeepEqual' && a === b) {
    a = `${readable.notDeepEqual}\n\n${a}`;
    return a.length > 1024 ? `${a.slice(0, 1021)}...` : a;
  }
  if (a.length > 512) a = `${a.slice(0, 509)}...`;
  if (b.length > 512) b = `${b.slice(0, 509)}...`;
  if (operator === 'deepEqual') return `${readable.deepEqual}\n\n${a}\n\nshould loosely deep-equal\n\n${b}`;
  if (operator === 'notDeepEqual') return `${readable.notDeepEqualUnequal}\n\n${a}\n\nshould not loosely deep-equal\n\n${b}`;
  return `${a} ${operator} ${b}`;
}

class AssertionError extends Error {
  constructor(options) {
    check.object(options, 'options');
    const { message, operator, stackStartFn, details, stackStartFunction, actual, expected } = options;
    const limit = Error.stackTraceLimit;
    Error.stackTraceLimit = 0;
    const compares = operator === 'deepStrictEqual' || operator === 'strictEqual';
    super(message != null && !compares ? String(message) : describe(actual, expected, operator, message && String(message)));
    Error.stackTraceLimit = limit;
    this.generatedMessage = !message;
    Object.defineProperty(this, 'name', { value: 'AssertionError [ERR_ASSERTION]', enumerable: false, writable: true, configurable: true });
    this.code = 'ERR_ASSERTION';
    if (details) {
      this.actual = undefined;
      this.expected = undefined;
      this.operator = undefined;
      details.forEach((d, i) => {
        this[`message ${i}`] = d.message;
        this[`actual ${i}`] = d.actual;
        this[`expected ${i}`] = d.expected;
        this[`operator ${i}`] = d.operator;
        this[`stack trace ${i}`] = d.stack;
      });
    } else {
      this.actual = actual;
      this.expected = expected;
      this.operator = operator;
    }
    Error.captureStackTrace(this, stackStartFn || stackStartFunction);
    this.stack;
    this.name = 'AssertionError';
  }
  toString() { return `${this.name} [${this.code}]: ${this.message}`; }
  [inspect.custom](recurseTimes, ctx) {
    const [actual, expected] = [this.actual, this.expected];
    const short = (v) => {
      if (typeof v !== 'string') return v;
      const lines = v.split('\n', 10);
      if (lines.length === 10) return `${lines.slice(0, 9).join('\n')}\n...`;
      return v.length > 512 ? `${v.slice(0, 509)}...` : v;
    };
    this.actual = short(actual);
    this.expected = short(expected);
    const result = inspect(this, { ...ctx, customInspect: false, depth: 0 });
    this.actual = actual;
    this.expected = expected;
    return result;
  }
}

module.exports = AssertionError;
