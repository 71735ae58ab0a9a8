'use strict';
// The class Console, and the methods of the global console that Go leaves to
// JavaScript. A method reaches the others through its object, so that a program
// which replaces console.log sees what they print.

const check = require('internal/validators');
const { formatWithOptions, inspect } = require('util');
const table = require('internal/console/table');

// states keeps what lies behind each console.
const states = new WeakMap();

const now = () => process.hrtime.bigint();
const pad = (n) => `${n}`.padStart(2, '0');

// duration writes milliseconds as Node does: in the largest fitting unit.
function duration(ms) {
  if (ms < 1000) return `${Number(ms.toFixed(3))}ms`;
  if (ms < 60000) return `${(ms / 1000).toFixed(3)}s`;
  const [seconds, rest] = ((ms % 60000) / 1000).toFixed(3).split('.');
  const minutes = Math.floor(ms / 60000) % 60;
  const hours = Math.floor(ms / 3600000);
  return hours > 0 ? `${hours}:${pad(minutes)}:${pad(seconds)}.${rest} (h:mm:ss.mmm)` : `${minutes}:${pad(seconds)}.${rest} (m:ss.mmm)`;
}

function inspectOptions(state, stream) {
  if (state.inspectOptions) {
    return state.colorMode === 'auto' && state.inspectOptions.colors === undefined ? { ...state.inspectOptions, colors: isColored(stream) } : state.inspectOptions;
  }
  return { colors: state.colorMode === 'auto' ? isColored(stream) : state.colorMode };
}
const isColored = (stream) => Boolean(stream?.isTTY && (typeof stream.getColorDepth !== 'function' || stream.getColorDepth() > 2));

const noop = () => {};
function write(state, stream, text) {
  if (state.indent !== '') text = state.indent + text.replaceAll('\n', `\n${state.indent}`);
  text += '\n';
  if (!state.ignoreErrors) return stream.write(text);
  try {
    stream.once?.('error', noop);
    stream.write(text, noop);
  } catch (e) {
    if (e instanceof RangeError && e.message === 'Maximum call stack size exceeded') throw e;
  } finally {
    stream.removeListener?.('error', noop);
  }
}

function elapsed(console, label, method) {
  const { times } = states.get(console);
  const start = times.get(label);
  if (start === undefined) {
    process.emitWarning(`No such label '${label}' for console.${method}()`);
    return undefined;
  }
  return duration(Number(now() - start) / 1e6);
}

const methods = {
  log(...args) {
    const s = states.get(this);
    write(s, s.stdout, formatWithOptions(inspectOptions(s, s.stdout), ...args));
  },
  warn(...args) {
    const s = states.get(this);
    write(s, s.stderr, formatWithOptions(inspectOptions(s, s.stderr), ...args));
  },
  dir(object, options) {
    const s = states.get(this);
    write(s, s.stdout, inspect(object, { customInspect: false, ...inspectOptions(s, s.stdout), ...options }));
  },
  time(label = 'default') {
    label = `${label}`;
    const { times } = states.get(this);
    if (times.has(label)) process.emitWarning(`Label '${label}' already exists for console.time()`);
    else times.set(label, now());
  },
  timeEnd(label = 'default') {
    label = `${label}`;
    const text = elapsed(this, label, 'timeEnd');
    if (text === undefined) return;
    this.log('%s: %s', label, text);
    states.get(this).times.delete(label);
  },
  timeLog(label = 'default', ...data) {
    label = `${label}`;
    const text = elapsed(this, label, 'timeLog');
    if (text !== undefined) this.log('%s: %s', label, text, ...data);
  },
  trace: function trace(...args) {
    const err = { name: 'Trace', message: formatWithOptions(inspectOptions(states.get(this), states.get(this).stderr), ...args) };
    Error.captureStackTrace(err, trace);
    this.error(err.stack);
  },
  assert(expression, ...args) {
    if (expression) return;
    args[0] = `Assertion failed${args.length === 0 ? '' : `: ${args[0]}`}`;
    this.warn(...args);
  },
  clear() {
    const { stdout } = states.get(this);
    if (!stdout.isTTY || process.env.TERM === 'dumb') return;
    const { cursorTo, clearScreenDown } = require('readline');
    cursorTo(stdout, 0, 0);
    clearScreenDown(stdout);
  },
  count(label = 'default') {
    label = `${label}`;
    const { counts } = states.get(this);
    const count = (counts.get(label) ?? 0) + 1;
    counts.set(label, count);
    this.log(`${label}: ${count}`);
  },
  countReset(label = 'default') {
    const { counts } = states.get(this);
    if (!counts.delete(`${label}`)) process.emitWarning(`Count for '${label}' does not exist`);
  },
  group(...data) {
    if (data.length > 0) this.log(...data);
    const s = states.get(this);
    s.indent += ' '.repeat(s.groupIndentation);
  },
  groupEnd() {
    const s = states.get(this);
    s.indent = s.indent.slice(0, Math.max(0, s.indent.length - s.groupIndentation));
  },
  table(data, properties) {
    if (data === null || typeof data !== 'object') return this.log(data);
    if (properties !== undefined) check.array(properties, 'properties');
    const s = states.get(this);
    this.log(table(data, properties, inspectOptions(s, s.stdout)));
  },
};
for (const [alias, of] of [['debug', 'log'], ['info', 'log'], ['dirxml', 'log'], ['error', 'warn'], ['groupCollapsed', 'group']]) methods[alias] = methods[of];

function attach(console, stdout, stderr, options) {
  const state = { indent: '', times: new Map(), counts: new Map(), ...options };
  Object.defineProperties(state, { stdout: { get: stdout }, stderr: { get: stderr } });
  states.set(console, state);
}

function Console(options) {
  if (!new.target) return Reflect.construct(Console, arguments);
  if (!options || typeof options.write === 'function') options = { stdout: options, stderr: arguments[1], ignoreErrors: arguments[2] };
  const { stdout, stderr = stdout, ignoreErrors = true, colorMode = 'auto', inspectOptions: inspected, groupIndentation = 2 } = options;
  for (const [name, stream] of [['stdout', stdout], ['stderr', stderr]]) {
    if (!stream || typeof stream.write !== 'function')
      check.fail(TypeError, 'ERR_CONSOLE_WRITABLE_STREAM', `Console expects a writable stream instance for ${name}`);
  }
  if (typeof colorMode !== 'boolean' && colorMode !== 'auto') check.oneOf(colorMode, 'colorMode', ['auto', true, false]);
  check.integer(groupIndentation, 'groupIndentation', 0, 1000);
  if (inspected !== undefined) {
    check.object(inspected, 'options.inspectOptions');
    if (inspected.colors !== undefined && options.colorMode !== undefined)
      check.fail(TypeError, 'ERR_INCOMPATIBLE_OPTION_PAIR', 'Option "options.inspectOptions.color" cannot be used in combination with option "colorMode"');
  }
  attach(this, () => stdout, () => stderr, { ignoreErrors, colorMode, groupIndentation, inspectOptions: inspected });
  // Methods work when they are detached.
  for (const name of Object.keys(Console.prototype)) {
    const f = this[name].bind(this);
    Object.defineProperty(f, 'name', { value: name });
    this[name] = f;
  }
  Object.defineProperties(this, {
    _stdout: { value: stdout, writable: true, configurable: true },
    _stderr: { value: stderr, writable: true, configurable: true },
    _ignoreErrors: { value: Boolean(ignoreErrors), writable: true, configurable: true },
    _times: { value: states.get(this).times, writable: true, configurable: true },
    [Symbol.toStringTag]: { value: 'console', configurable: true },
  });
}
for (const [name, value] of Object.entries(methods)) Object.defineProperty(Console.prototype, name, { value, writable: true, enumerable: true, configurable: true });
Object.defineProperty(Console, Symbol.hasInstance, { value(v) { return states.has(v); } });

// The global console writes by Go; these are the methods that it borrows.
const { console } = globalThis;
attach(console, () => process.stdout, () => process.stderr, { ignoreErrors: true, colorMode: 'auto', groupIndentation: 2 });
const borrowed = { context: () => new Console(process.stdout, process.stderr), createTask: (name) => {
  if (typeof name !== 'string' || name === '') throw new Error('First argument must be a non-empty string.');
  return { run: (f) => f() };
} };
for (const name of ['time', 'timeEnd', 'timeLog', 'assert', 'clear', 'count', 'countReset', 'table']) borrowed[name] = methods[name].bind(console);

module.exports = { Console, borrowed };
