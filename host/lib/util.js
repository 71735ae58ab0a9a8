'use strict';
// node:util

const check = require('internal/validators');
const types = require('internal/types');

function inspect(value, options, ...legacy) {
  let o = options;
  if (typeof options === 'boolean' || legacy.length > 0) {
    o = {};
    if (typeof options === 'boolean') o.showHidden = options;
    else if (options !== undefined && options !== null) Object.assign(o, options);
    if (legacy[0] !== undefined) o.depth = legacy[0];
    if (legacy[1] !== undefined) o.colors = legacy[1];
  }
  if (changedDefaults) o = { ...defaultOptions, ...o };
  return binding.inspect(value, o, inspect);
}
let changedDefaults = false;
const defaultOptions = {
  showHidden: false, depth: 2, colors: false, customInspect: true, showProxy: false, maxArrayLength: 100,
  maxStringLength: 10000, breakLength: 80, compact: 3, sorted: false, getters: false, numericSeparator: false,
};
Object.defineProperty(inspect, 'custom', { value: Symbol.for('nodejs.util.inspect.custom'), enumerable: true, writable: true, configurable: true });
Object.defineProperty(inspect, 'defaultOptions', {
  get() { return defaultOptions; },
  set(options) {
    check.object(options, 'options');
    changedDefaults = true;
    Object.assign(defaultOptions, options);
  },
});
inspect.colors = Object.assign({ __proto__: null }, {
  reset: [0, 0], bold: [1, 22], dim: [2, 22], italic: [3, 23], underline: [4, 24], blink: [5, 25], inverse: [7, 27], hidden: [8, 28],
  strikethrough: [9, 29], doubleunderline: [21, 24], black: [30, 39], red: [31, 39], green: [32, 39], yellow: [33, 39], blue: [34, 39],
  magenta: [35, 39], cyan: [36, 39], white: [37, 39], bgBlack: [40, 49], bgRed: [41, 49], bgGreen: [42, 49], bgYellow: [43, 49],
  bgBlue: [44, 49], bgMagenta: [45, 49], bgCyan: [46, 49], bgWhite: [47, 49], framed: [51, 54], overlined: [53, 55], gray: [90, 39],
  redBright: [91, 39], greenBright: [92, 39], yellowBright: [93, 39], blueBright: [94, 39], magentaBright: [95, 39], cyanBright: [96, 39],
  whiteBright: [97, 39], bgGray: [100, 49], bgRedBright: [101, 49], bgGreenBright: [102, 49], bgYellowBright: [103, 49],
  bgBlueBright: [104, 49], bgMagentaBright: [105, 49], bgCyanBright: [106, 49], bgWhiteBright: [107, 49],
});
for (const [alias, of] of [['grey', 'gray'], ['blackBright', 'gray'], ['bgGrey', 'bgGray'], ['bgBlackBright', 'bgGray'], ['faint', 'dim'],
  ['crossedout', 'strikethrough'], ['strikeThrough', 'strikethrough'], ['crossedOut', 'strikethrough'], ['conceal', 'hidden'],
  ['swapColors', 'inverse'], ['swapcolors', 'inverse'], ['doubleUnderline', 'doubleunderline']])
  Object.defineProperty(inspect.colors, alias, { get() { return this[of]; }, set(v) { this[of] = v; }, configurable: true, enumerable: false });
inspect.styles = Object.assign({ __proto__: null }, {
  special: 'cyan', number: 'yellow', bigint: 'yellow', boolean: 'yellow', undefined: 'grey', null: 'bold', string: 'green', symbol: 'green',
  date: 'magenta', regexp: 'red', module: 'underline',
});

function formatWithOptions(options, ...args) {
  if (typeof options !== 'object' || options === null) check.typeError('inspectOptions', 'of type object', options);
  return binding.formatWithOptions(options, ...args);
}

function inherits(ctor, superCtor) {
  if (ctor === undefined || ctor === null) check.typeError('ctor', 'of type function', ctor);
  if (superCtor === undefined || superCtor === null) check.typeError('superCtor', 'of type function', superCtor);
  if (superCtor.prototype === undefined) check.typeError('superCtor.prototype', 'of type object', superCtor.prototype);
  Object.defineProperty(ctor, 'super_', { value: superCtor, writable: true, configurable: true });
  Object.setPrototypeOf(ctor.prototype, superCtor.prototype);
}

const kPromisify = Symbol.for('nodejs.util.promisify.custom');
const kArgs = Symbol('customPromisifyArgs');
function promisify(original) {
  check.function(original, 'original');
  const custom = original[kPromisify];
  if (custom) {
    check.function(custom, 'util.promisify.custom');
    return Object.defineProperty(custom, kPromisify, { value: custom, enumerable: false, writable: false, configurable: true });
  }
  const names = original[kArgs];
  function fn(...args) {
    return new Promise((resolve, reject) => {
      Reflect.apply(original, this, [...args, (err, ...values) => {
        if (err) reject(err);
        else if (names !== undefined && values.length > 1) resolve(Object.fromEntries(names.map((n, i) => [n, values[i]])));
        else resolve(values[0]);
      }]);
    });
  }
  Object.setPrototypeOf(fn, Object.getPrototypeOf(original));
  Object.defineProperty(fn, kPromisify, { value: fn, enumerable: false, writable: false, configurable: true });
  const descriptors = Object.getOwnPropertyDescriptors(original);
  delete descriptors.prototype;
  return Object.defineProperties(fn, descriptors);
}
promisify.custom = kPromisify;

function callbackify(original) {
  check.function(original, 'original');
  function callbackified(...args) {
    const callback = args.pop();
    check.function(callback, 'last argument');
    const cb = callback.bind(this);
    Reflect.apply(original, this, args).then((v) => process.nextTick(cb, null, v), (reason) => {
      if (!reason) {
        const e = check.make(Error, 'ERR_FALSY_VALUE_REJECTION', 'Promise was rejected with falsy value');
        e.reason = reason;
        reason = e;
      }
      process.nextTick(cb, reason);
    });
  }
  const descriptors = Object.getOwnPropertyDescriptors(original);
  if (typeof descriptors.length?.value === 'number') descriptors.length.value++;
  if (typeof descriptors.name?.value === 'string') descriptors.name.value += 'Callbackified';
  delete descriptors.prototype;
  return Object.defineProperties(callbackified, descriptors);
}

const warnedCodes = new Set();
function deprecate(fn, message, code) {
  if (process.noDeprecation === true) return fn;
  if (code !== undefined) check.string(code, 'code');
  let warned = false;
  function deprecated(...args) {
    if (!warned) {
      warned = true;
      if (code === undefined || !warnedCodes.has(code)) {
        if (code !== undefined) warnedCodes.add(code);
        process.emitWarning(message, 'DeprecationWarning', code, deprecated);
      }
    }
    if (new.target) return Reflect.construct(fn, args, new.target);
    return Reflect.apply(fn, this, args);
  }
  Object.setPrototypeOf(deprecated, fn);
  if (fn.prototype) deprecated.prototype = fn.prototype;
  return deprecated;
}

const sections = {};
function debuglog(set, callback) {
  const name = `${set}`.toUpperCase();
  const enabled = () => (process.env.NODE_DEBUG ?? '').split(',').some((s) => {
    const pattern = s.trim().toUpperCase().replace(/[|\\{}()[\]^$+?.]/g, '\\$&').replace(/\*/g, '.*');
    return pattern !== '' && new RegExp(`^${pattern}$`).test(name);
  });
  const log = (...args) => {
    sections[name] ??= enabled();
    if (callback) {
      callback(log);
      callback = undefined;
    }
    if (sections[name]) process.stderr.write(`${name} ${process.pid}: ${binding.format(...args)}\n`);
  };
  return Object.defineProperty(log, 'enabled', { get() { return sections[name] ??= enabled(); }, configurable: true, enumerable: true });
}

function styleText(format, text) {
  check.string(text, 'text');
  const list = Array.isArray(format) ? format : [format];
  let left = '';
  let right = '';
  for (const key of list) {
    const codes = inspect.colors[key];
    if (codes === undefined) check.oneOf(key, 'format', Object.keys(inspect.colors));
    left += `\u001b[${codes[0]}m`;
    right = `\u001b[${codes[1]}m${right}`;
  }
  return `${left}${text}${right}`;
}

const escapes = /[\u001B\u009B][[\]()#;?]*(?:(?:(?:(?:;[-a-zA-Z\d/#&.:=?%@~_]+)*|[a-zA-Z\d]+(?:;[-a-zA-Z\d/#&.:=?%@~_]*)*)?(?:\u0007|\u001B\u005C|\u009C))|(?:(?:\d{1,4}(?:;\d{0,4})*)?[\dA-PR-TZcf-ntqry=><~]))/g;
function stripVTControlCharacters(str) {
  check.string(str, 'str');
  return str.replace(escapes, '');
}

function aborted(signal, resource) {
  if (signal === undefined) check.typeError('signal', 'an instance of AbortSignal', signal);
  require('internal/abort').validateSignal(signal, 'signal');
  if (resource === null || typeof resource !== 'object') check.typeError('resource', 'of type object', resource);
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
}

function parseEnv(content) {
  check.string(content, 'content');
  const out = {};
  const line = /^\s*(?:export\s+)?([\w.-]+)\s*=\s*(?:"((?:\\"|[^"])*)"|'([^']*)'|`([^`]*)`|([^#\r\n]*))?[^\r\n]*$/gm;
  for (const [, key, double, single, back, plain] of content.matchAll(line))
    out[key] = double !== undefined ? double.replace(/\\n/g, '\n') : single ?? back ?? (plain ?? '').trim();
  return out;
}

const callbackArgs = { value: (f, names) => { f[kArgs] = names; return f; } };

module.exports = {
  _extend(target, source) {
    if (source === null || typeof source !== 'object') return target;
    for (const k of Object.keys(source)) target[k] = source[k];
    return target;
  },
  callbackify, debug: debuglog, debuglog, deprecate, format: binding.format, formatWithOptions, inherits, inspect,
  isArray: Array.isArray,
  isBoolean: (v) => typeof v === 'boolean',
  isBuffer: (v) => require('buffer').Buffer.isBuffer(v),
  isDeepStrictEqual: (a, b) => require('internal/deep_equal')(a, b, true),
  isNull: (v) => v === null,
  isNullOrUndefined: (v) => v === null || v === undefined,
  isNumber: (v) => typeof v === 'number',
  isString: (v) => typeof v === 'string',
  isSymbol: (v) => typeof v === 'symbol',
  isUndefined: (v) => v === undefined,
  isRegExp: types.isRegExp,
  isObject: (v) => v !== null && typeof v === 'object',
  isDate: types.isDate,
  isError: (v) => types.isNativeError(v) || v instanceof Error,
  isFunction: (v) => typeof v === 'function',
  isPrimitive: (v) => v === null || typeof v !== 'object' && typeof v !== 'function',
  log(...args) { console.log('%s - %s', new Date().toTimeString().slice(0, 8), binding.format(...args)); },
  get parseArgs() { return require('internal/parse_args').parseArgs; },
  get MIMEType() { return require('internal/mime').MIMEType; },
  get MIMEParams() { return require('internal/mime').MIMEParams; },
  _errnoException(err, syscall, original) {
    const code = module.exports.getSystemErrorName(err);
    return Object.assign(new Error(`${syscall} ${code}${original ? ` ${original}` : ''}`), { errno: err, code, syscall });
  },
  _exceptionWithHostPort(err, syscall, address, port, additional) {
    const code = module.exports.getSystemErrorName(err);
    const where = port > 0 ? `${address}:${port}` : address;
    const e = Object.assign(new Error(`${syscall} ${code}${where ? ` ${where}` : ''}${additional ? ` - Local (${additional})` : ''}`), { errno: err, code, syscall, address });
    return port ? Object.assign(e, { port }) : e;
  },
  promisify, stripVTControlCharacters, styleText, toUSVString: (s) => `${s}`.toWellFormed(), aborted, parseEnv, types,
  get TextEncoder() { return require('internal/encoding').TextEncoder; },
  get TextDecoder() { return require('internal/encoding').TextDecoder; },
  getSystemErrorName: (n) => require('internal/system_errors').name(n),
  getSystemErrorMap: () => require('internal/system_errors').map(),
  transferableAbortSignal: (s) => s,
  transferableAbortController: () => new AbortController(),
};
Object.defineProperty(module.exports, 'kCallbackArgs', callbackArgs);
