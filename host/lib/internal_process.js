'use strict';
// The functions of process that are JavaScript.

const check = require('internal/validators');
const { constants: { signals } } = require('os');

let hinted = false;
const flag = (name) => process.execArgv.includes(name);

function emitWarning(warning, type, code, ctor) {
  let detail;
  if (type !== null && typeof type === 'object' && !Array.isArray(type)) {
    ({ detail, code, ctor, type = 'Warning' } = type);
    if (typeof detail !== 'string') detail = undefined;
  } else if (typeof type === 'function') {
    ctor = type;
    code = '';
    type = 'Warning';
  }
  if (type !== undefined) check.string(type, 'type');
  if (typeof code === 'function') {
    ctor = code;
    code = '';
  } else if (code !== undefined) {
    check.string(code, 'code');
  }
  if (typeof warning === 'string') {
    const e = new Error(warning);
    Object.defineProperty(e, 'name', { value: String(type || 'Warning'), enumerable: false, writable: true, configurable: true });
    if (code) e.code = code;
    if (detail) e.detail = detail;
    Error.captureStackTrace(e, ctor || process.emitWarning);
    warning = e;
  } else if (!(warning instanceof Error)) {
    check.typeError('warning', 'of type string or an instance of Error', warning);
  }
  if (warning.name === 'DeprecationWarning') {
    if (process.noDeprecation || flag('--no-deprecation')) return;
    if (process.throwDeprecation || flag('--throw-deprecation')) return binding.tick(() => { throw warning; });
  }
  binding.tick(() => { process.emit('warning', warning); });
}

function onWarning(warning) {
  if (!(warning instanceof Error)) return;
  const isDeprecation = warning.name === 'DeprecationWarning';
  if (isDeprecation && process.noDeprecation) return;
  const trace = process.traceProcessWarnings || flag('--trace-warnings') || isDeprecation && (process.traceDeprecation || flag('--trace-deprecation'));
  let text = `(node:${process.pid}) ${warning.code ? `[${warning.code}] ` : ''}`;
  text += trace && warning.stack ? warning.stack : typeof warning.toString === 'function' ? `${warning.toString()}` : Error.prototype.toString.call(warning);
  if (typeof warning.detail === 'string') text += `\n${warning.detail}`;
  if (!trace && !hinted) {
    hinted = true;
    text += `\n(Use \`node --${isDeprecation ? 'trace-deprecation' : 'trace-warnings'} ...\` to show where the warning was created)`;
  }
  binding.writeError(`${text}\n`);
}

function kill(pid, sig) {
  if (pid != (pid | 0)) check.typeError('pid', 'of type number', pid); // eslint-disable-line eqeqeq
  let number = sig;
  if (typeof sig !== 'number') {
    sig ??= 'SIGTERM';
    number = Object.hasOwn(signals, sig) ? signals[sig] : check.fail(TypeError, 'ERR_UNKNOWN_SIGNAL', `Unknown signal: ${sig}`);
  }
  const code = binding.kill(pid | 0, number);
  if (code) throw Object.assign(new Error(`kill ${code}`), { errno: code === 'EPERM' ? -1 : -3, code, syscall: 'kill' });
  return true;
}

function umask(mask) {
  if (mask === undefined) return binding.umask(-1);
  if (typeof mask === 'string') {
    if (!/^[0-7]+$/.test(mask)) check.argumentValue('mask', mask, 'must be a 32-bit unsigned integer or an octal string');
    mask = parseInt(mask, 8);
  }
  check.uint32(mask, 'mask');
  return binding.umask(mask & 0o777);
}

function cpuUsage(previous) {
  const [user, system] = binding.usage();
  if (!previous) return { user, system };
  check.object(previous, 'prevValue');
  for (const name of ['user', 'system']) {
    check.number(previous[name], `prevValue.${name}`);
    if (!(previous[name] >= 0 && previous[name] <= Number.MAX_SAFE_INTEGER)) {
      check.fail(RangeError, 'ERR_INVALID_ARG_VALUE', `The property 'prevValue.${name}' is invalid. Received ${previous[name]}`);
    }
  }
  return { user: user - previous.user, system: system - previous.system };
}

function resourceUsage() {
  const [userCPUTime, systemCPUTime, maxRSS, minorPageFault, majorPageFault, fsRead, fsWrite, voluntaryContextSwitches, involuntaryContextSwitches] = binding.usage();
  return {
    userCPUTime, systemCPUTime, maxRSS, sharedMemorySize: 0, unsharedDataSize: 0, unsharedStackSize: 0, minorPageFault, majorPageFault, swappedOut: 0,
    fsRead, fsWrite, ipcSent: 0, ipcReceived: 0, signalsCount: 0, voluntaryContextSwitches, involuntaryContextSwitches,
  };
}

function loadEnvFile(path = '.env') {
  const fs = require('fs');
  const { parseEnv } = require('util');
  let text;
  try {
    text = fs.readFileSync(path, 'utf8');
  } catch (e) {
    throw Object.assign(new Error(`${e.code}: no such file or directory, open '${path}'`), { errno: e.errno, code: e.code, syscall: 'open', path });
  }
  for (const [name, value] of Object.entries(parseEnv(text))) if (!(name in process.env)) process.env[name] = value;
}

function setUncaughtExceptionCaptureCallback(f) {
  if (f === null) return binding.capture(undefined);
  if (typeof f !== 'function') check.typeError('fn', 'of type function or null', f);
  if (process.hasUncaughtExceptionCaptureCallback()) {
    check.fail(Error, 'ERR_UNCAUGHT_EXCEPTION_CAPTURE_ALREADY_SET', '`process.setupUncaughtExceptionCapture()` was called while a capture callback was already active');
  }
  binding.capture(f);
}

exports.borrowed = {
  emitWarning, onWarning, kill, umask, cpuUsage, resourceUsage, loadEnvFile, setUncaughtExceptionCaptureCallback,
  availableMemory: () => require('os').freemem(),
  constrainedMemory: () => 0,
  setSourceMapsEnabled(value) { check.boolean(value, 'val'); },
  _getActiveHandles: () => [],
  _getActiveRequests: () => [],
  _rawDebug(...args) { binding.writeError(`${require('util').format(...args)}\n`); },
  binding(name) { throw Object.assign(new Error(`No such module: ${name}`), { code: 'ERR_INVALID_MODULE' }); },
  dlopen() { check.fail(Error, 'ERR_DLOPEN_FAILED', 'native addons cannot be loaded'); },
};

// The flags that NODE_OPTIONS may have and that mean something here.
exports.allowedNodeEnvironmentFlags = Object.freeze(new Set(['--conditions', '-C', '--enable-source-maps', '--env-file', '--experimental-vm-modules', '--import',
  '--no-deprecation', '--no-warnings', '--require', '-r', '--throw-deprecation', '--trace-deprecation', '--trace-warnings', '--unhandled-rejections']));
