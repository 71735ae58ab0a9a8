'use strict';
// node:os

const check = require('internal/validators');
const windows = process.platform === 'win32';
const field = (text, name) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(text)?.[1] ?? 0);

function tmpdir() {
  if (windows) return process.env.TEMP || process.env.TMP || 'C:\\Windows\\temp';
  const path = process.env.TMPDIR || process.env.TMP || process.env.TEMP || '/tmp';
  return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
}

function cpus() {
  const models = [...binding.cpuinfo.matchAll(/^model name\s*: (.*)$/mg)].map((m) => m[1]);
  const speeds = [...binding.cpuinfo.matchAll(/^cpu MHz\s*: (.*)$/mg)].map((m) => Math.floor(m[1]));
  return Array.from({ length: binding.cpus }, (_, i) => ({
    model: models[i] ?? 'unknown', speed: speeds[i] ?? 0, times: { user: 0, nice: 0, sys: 0, idle: 0, irq: 0 },
  }));
}

const signals = {
  SIGHUP: 1, SIGINT: 2, SIGQUIT: 3, SIGILL: 4, SIGTRAP: 5, SIGABRT: 6, SIGIOT: 6, SIGBUS: 7, SIGFPE: 8, SIGKILL: 9, SIGUSR1: 10, SIGSEGV: 11,
  SIGUSR2: 12, SIGPIPE: 13, SIGALRM: 14, SIGTERM: 15, SIGCHLD: 17, SIGSTKFLT: 16, SIGCONT: 18, SIGSTOP: 19, SIGTSTP: 20, SIGTTIN: 21,
  SIGTTOU: 22, SIGURG: 23, SIGXCPU: 24, SIGXFSZ: 25, SIGVTALRM: 26, SIGPROF: 27, SIGWINCH: 28, SIGIO: 29, SIGPOLL: 29, SIGPWR: 30, SIGSYS: 31,
};
const errno = {
  E2BIG: 7, EACCES: 13, EADDRINUSE: 98, EADDRNOTAVAIL: 99, EAGAIN: 11, EBADF: 9, EBUSY: 16, ECONNABORTED: 103, ECONNREFUSED: 111,
  ECONNRESET: 104, EEXIST: 17, EFAULT: 14, EFBIG: 27, EHOSTUNREACH: 113, EINTR: 4, EINVAL: 22, EIO: 5, EISCONN: 106, EISDIR: 21, ELOOP: 40,
  EMFILE: 24, EMLINK: 31, ENAMETOOLONG: 36, ENFILE: 23, ENODEV: 19, ENOENT: 2, ENOMEM: 12, ENOSPC: 28, ENOSYS: 38, ENOTCONN: 107,
  ENOTDIR: 20, ENOTEMPTY: 39, ENOTSUP: 95, ENOTTY: 25, EPERM: 1, EPIPE: 32, ERANGE: 34, EROFS: 30, ESPIPE: 29, ESRCH: 3, ETIMEDOUT: 110,
  ETXTBSY: 26, EXDEV: 18,
};
const priority = { PRIORITY_LOW: 19, PRIORITY_BELOW_NORMAL: 10, PRIORITY_NORMAL: 0, PRIORITY_ABOVE_NORMAL: -7, PRIORITY_HIGH: -14, PRIORITY_HIGHEST: -20 };
const frozen = (o) => Object.freeze({ __proto__: null, ...o });

module.exports = {
  arch: () => process.arch,
  availableParallelism: () => binding.cpus,
  cpus,
  endianness: () => new Uint8Array(new Uint16Array([1]).buffer)[0] === 1 ? 'LE' : 'BE',
  freemem: () => field(binding.meminfo, 'MemAvailable') * 1024,
  getPriority: () => 0,
  homedir: () => binding.homedir,
  hostname: () => binding.hostname,
  loadavg: () => binding.loadavg.split(' ').slice(0, 3).map((n) => Number(n) || 0),
  networkInterfaces: () => ({}),
  platform: () => process.platform,
  release: () => binding.release,
  setPriority() {},
  tmpdir,
  totalmem: () => field(binding.meminfo, 'MemTotal') * 1024,
  type: () => binding.type,
  userInfo(options) {
    if (options !== undefined) check.object(options, 'options');
    const { username, uid, gid, homedir, shell } = binding;
    return { uid, gid, username, homedir, shell: shell || null };
  },
  uptime: () => parseFloat(binding.uptime) || process.uptime(),
  version: () => binding.version,
  machine: () => binding.machine,
  constants: Object.freeze({
    __proto__: null, UV_UDP_REUSEADDR: 4, dlopen: frozen({ RTLD_LAZY: 1, RTLD_NOW: 2, RTLD_GLOBAL: 256, RTLD_LOCAL: 0, RTLD_DEEPBIND: 8 }),
    errno: frozen(errno), signals: frozen(signals), priority: frozen(priority),
  }),
  EOL: windows ? '\r\n' : '\n',
  devNull: windows ? '\\\\.\\nul' : '/dev/null',
};
for (const n of ['arch', 'endianness', 'homedir', 'hostname', 'platform', 'release', 'tmpdir', 'type', 'version', 'machine', 'uptime', 'totalmem', 'freemem', 'availableParallelism'])
  module.exports[n][Symbol.toPrimitive] = () => module.exports[n]();
