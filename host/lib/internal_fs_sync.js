'use strict';
// The synchronous functions of node:fs.

const check = require('internal/validators');
const { constants, Dirent, makeStats } = require('internal/fs_stats');
const path = require('path');

const needBuffer = () => require('buffer').Buffer;

// toPath takes what names a file: text, bytes, a file URL.
function toPath(p, name = 'path') {
  if (typeof p === 'string') {
    if (p.includes('\0')) check.argumentValue(name, p, 'must be a string, Uint8Array, or URL without null bytes');
    return p;
  }
  if (ArrayBuffer.isView(p)) return needBuffer().from(p).toString();
  if (p?.href && p.protocol) return require('url').fileURLToPath(p);
  check.typeError(name, 'of type string or an instance of Buffer or URL', p);
}

function toFd(fd) {
  if (Object.is(fd, -0)) return 0;
  check.integer(fd, 'fd', 0, 2147483647);
  return fd;
}

const defaults = { encoding: null };
function readOptions(options, fallback = defaults) {
  if (options === undefined || options === null || typeof options === 'function') return fallback;
  if (typeof options === 'string') options = { ...fallback, encoding: options };
  else if (typeof options !== 'object') check.typeError('options', 'one of type string or object', options);
  if (options.encoding != null && options.encoding !== 'buffer' && !needBuffer().isEncoding(options.encoding))
    check.argumentValue('encoding', options.encoding, 'is invalid encoding');
  if (options.signal !== undefined) require('internal/abort').validateSignal(options.signal, 'options.signal');
  return { ...fallback, ...options };
}

const flagBits = {
  r: 0, rs: constants.O_SYNC, sr: constants.O_SYNC, 'r+': 2, 'rs+': 2 | constants.O_SYNC, 'sr+': 2 | constants.O_SYNC,
  w: 1 | 64 | 512, wx: 1 | 64 | 512 | 128, xw: 1 | 64 | 512 | 128, 'w+': 2 | 64 | 512, 'wx+': 2 | 64 | 512 | 128, 'xw+': 2 | 64 | 512 | 128,
  a: 1 | 64 | 1024, ax: 1 | 64 | 1024 | 128, xa: 1 | 64 | 1024 | 128, as: 1 | 64 | 1024 | constants.O_SYNC, 'a+': 2 | 64 | 1024,
  'ax+': 2 | 64 | 1024 | 128, 'xa+': 2 | 64 | 1024 | 128, 'as+': 2 | 64 | 1024 | constants.O_SYNC,
};
function toFlags(flags, name = 'flags') {
  if (typeof flags === 'number') {
    check.int32(flags, name);
    return flags;
  }
  if (flags == null) return 0;
  const bits = Object.hasOwn(flagBits, flags) ? flagBits[flags] : undefined;
  if (bits === undefined) check.argumentValue(name, flags, 'is invalid');
  return bits;
}

function toMode(mode, name, fallback) {
  mode ??= fallback;
  if (typeof mode === 'string') {
    if (!/^[0-7]+$/.test(mode)) check.argumentValue(name, mode, 'must be a 32-bit unsigned integer or an octal string');
    mode = parseInt(mode, 8);
  }
  check.uint32(mode, name);
  return mode;
}

const decoded = (bytes, encoding) => {
  const b = needBuffer().from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return encoding && encoding !== 'buffer' ? b.toString(encoding) : b;
};
const named = (text, options) => readOptions(options, { encoding: 'utf8' }).encoding === 'buffer' ? needBuffer().from(text) : text;

function toBytes(data, encoding) {
  if (typeof data === 'string') return needBuffer().from(data, encoding ?? 'utf8');
  if (ArrayBuffer.isView(data)) return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  check.typeError('data', 'of type string or an instance of Buffer, TypedArray, or DataView', data);
}

function seconds(time, name = 'time') {
  if (typeof time === 'string' && +time == time) return +time;
  if (Number.isFinite(time)) return time < 0 ? Date.now() / 1000 : time;
  if (require('internal/types').isDate(time)) return time.getTime() / 1000;
  check.typeError(name, 'an instance of Date or of type number or string', time);
}

function write(fd, bytes) {
  for (let at = 0; at < bytes.length;) at += binding.write(fd, bytes, at, bytes.length - at, null);
}

const missing = (e) => e.code === 'ENOENT' || e.code === 'ENOTDIR';

function fsError(code, errno, text, syscall, p, dest) {
  const e = new Error(`${code}: ${text}, ${syscall} '${p}'${dest === undefined ? '' : ` -> '${dest}'`}`);
  return Object.assign(e, { errno, code, syscall, path: p }, dest === undefined ? {} : { dest });
}

const sync = {
  accessSync(p, mode = constants.F_OK) {
    p = toPath(p);
    check.integer(mode, 'mode', 0, 7);
    binding.access(p, mode);
  },
  appendFileSync(p, data, options) { sync.writeFileSync(p, data, { ...readOptions(options, { encoding: 'utf8', mode: 0o666, flag: 'a' }) }); },
  chmodSync(p, mode) { binding.chmod(toPath(p), toMode(mode, 'mode')); },
  chownSync(p, uid, gid) { binding.chown(toPath(p), uid, gid); },
  lchownSync(p, uid, gid) { binding.lchown(toPath(p), uid, gid); },
  closeSync(fd) { binding.close(toFd(fd)); },
  copyFileSync(src, dest, mode = 0) {
    src = toPath(src, 'src');
    dest = toPath(dest, 'dest');
    check.integer(mode, 'mode', 0, 7);
    binding.copyFile(src, dest, (mode & constants.COPYFILE_EXCL) !== 0);
  },
  cpSync(src, dest, options = {}) { copyTree(toPath(src, 'src'), toPath(dest, 'dest'), { force: true, ...options }); },
  existsSync(p) {
    try {
      return binding.exists(toPath(p));
    } catch {
      return false;
    }
  },
  fchmodSync(fd, mode) { binding.fchmod(toFd(fd), toMode(mode, 'mode')); },
  fchownSync(fd, uid, gid) { binding.fchown(toFd(fd), uid, gid); },
  futimesSync(fd, atime, mtime) { binding.futimes(toFd(fd), seconds(atime), seconds(mtime)); },
  statfsSync(p, options) {
    const names = ['type', 'bsize', 'blocks', 'bfree', 'bavail', 'files', 'ffree'];
    const numbers = binding.statfs(toPath(p));
    return Object.assign(Object.create(StatFs.prototype), Object.fromEntries(names.map((n, i) => [n, options?.bigint ? BigInt(numbers[i]) : numbers[i]])));
  },
  fdatasyncSync(fd) { binding.fsync(toFd(fd)); },
  fstatSync(fd, options) { return makeStats(binding.fstat(toFd(fd)), options?.bigint); },
  fsyncSync(fd) { binding.fsync(toFd(fd)); },
  ftruncateSync(fd, len = 0) { check.integer(len, 'len', -Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER); binding.ftruncate(toFd(fd), Math.max(0, len)); },
  linkSync(existing, p) { binding.link(toPath(existing, 'existingPath'), toPath(p, 'newPath')); },
  lstatSync(p, options) { return stat('lstat', p, options); },
  mkdirSync(p, options) {
    let mode = 0o777;
    let recursive = false;
    if (typeof options === 'number' || typeof options === 'string') {
      mode = toMode(options, 'mode');
    } else if (options) {
      if (options.recursive !== undefined) check.boolean(options.recursive, 'options.recursive');
      recursive = options.recursive ?? false;
      mode = toMode(options.mode, 'options.mode', 0o777);
    }
    p = toPath(p);
    if (!recursive) return binding.mkdir(p, mode);
    return mkdirs(p, mode);
  },
  mkdtempSync(prefix, options) { return named(binding.mkdtemp(toPath(prefix, 'prefix')), options); },
  openSync(p, flags, mode) { return binding.open(toPath(p), toFlags(flags ?? 'r'), toMode(mode, 'mode', 0o666)); },
  opendirSync(p) { return new Dir(toPath(p)); },
  readFileSync(p, options) {
    const o = readOptions(options, { encoding: null, flag: 'r' });
    if (Number.isInteger(p) && p >= 0) return decoded(binding.readAll(toFd(p)), o.encoding);
    const fd = binding.open(toPath(p), toFlags(o.flag), 0o666);
    try {
      return decoded(binding.readAll(fd), o.encoding);
    } finally {
      binding.close(fd);
    }
  },
  readSync(fd, buffer, offsetOrOptions, length, position) {
    fd = toFd(fd);
    if (!ArrayBuffer.isView(buffer)) check.typeError('buffer', 'an instance of Buffer, TypedArray, or DataView', buffer);
    let offset = offsetOrOptions;
    if (arguments.length <= 3 && (offset === undefined || typeof offset === 'object')) {
      ({ offset = 0, length = buffer.byteLength - offset, position = null } = offset ?? {});
    }
    offset ??= 0;
    check.integer(offset, 'offset', 0, Number.MAX_SAFE_INTEGER);
    length ??= buffer.byteLength - offset;
    if (length === 0) return 0;
    if (buffer.byteLength === 0) check.argumentValue('buffer', buffer, 'is empty and cannot be written');
    if (length < 0) check.outOfRange('length', '>= 0', length);
    if (length > buffer.byteLength - offset) check.outOfRange('length', `<= ${buffer.byteLength - offset}`, length);
    return binding.read(fd, buffer, offset, length, position == null ? -1 : Number(position));
  },
  readvSync(fd, buffers, position) { return vector(sync.readSync, fd, buffers, position); },
  writevSync(fd, buffers, position) { return vector(sync.writeSync, fd, buffers, position); },
  readdirSync(p, options) {
    const o = readOptions(options, { encoding: 'utf8', withFileTypes: false });
    if (o.recursive !== undefined) check.boolean(o.recursive, 'options.recursive');
    p = toPath(p);
    const out = [];
    const walk = (dir, prefix) => {
      const list = binding.readdir(dir);
      const folders = [];
      for (let i = 0; i < list.length; i += 2) {
        const name = prefix ? `${prefix}/${list[i]}` : list[i];
        out.push(o.withFileTypes ? new Dirent(list[i], list[i + 1], dir) : o.encoding === 'buffer' ? needBuffer().from(name) : name);
        if (o.recursive && list[i + 1] === constants.UV_DIRENT_DIR) folders.push([path.join(dir, list[i]), name]);
      }
      for (const [d, n] of folders) walk(d, n);
    };
    walk(p, '');
    return out;
  },
  readlinkSync(p, options) { return named(binding.readlink(toPath(p)), options); },
  realpathSync(p, options) { return named(binding.realpath(path.resolve(toPath(p))), options); },
  renameSync(from, to) { binding.rename(toPath(from, 'oldPath'), toPath(to, 'newPath')); },
  rmSync(p, options) {
    p = toPath(p);
    const { recursive = false, force = false } = options ?? {};
    if (options !== undefined) check.object(options, 'options');
    check.boolean(recursive, 'options.recursive');
    check.boolean(force, 'options.force');
    let s;
    try {
      s = stat('lstat', p);
    } catch (e) {
      if (force && missing(e)) return;
      throw e;
    }
    if (s.isDirectory() && !recursive) {
      const e = check.make(Error, 'ERR_FS_EISDIR', `Path is a directory: rm returned EISDIR (is a directory) ${p}`);
      e.name = 'SystemError';
      throw Object.assign(e, { errno: 21, syscall: 'rm', path: p });
    }
    if (recursive) binding.removeAll(p);
    else binding.unlink(p);
  },
  rmdirSync(p, options) {
    p = toPath(p);
    if (options?.recursive && binding.exists(p)) binding.removeAll(p);
    else binding.rmdir(p);
  },
  statSync(p, options) { return stat('stat', p, options); },
  symlinkSync(target, p) { binding.symlink(toPath(target, 'target'), toPath(p)); },
  truncateSync(p, len = 0) {
    if (typeof p === 'number') return sync.ftruncateSync(p, len);
    const fd = sync.openSync(p, 'r+');
    try {
      sync.ftruncateSync(fd, len);
    } finally {
      binding.close(fd);
    }
  },
  unlinkSync(p) { binding.unlink(toPath(p)); },
  utimesSync(p, atime, mtime) { binding.utimes(toPath(p), seconds(atime), seconds(mtime)); },
  lutimesSync(p, atime, mtime) { binding.utimes(toPath(p), seconds(atime), seconds(mtime)); },
  writeFileSync(p, data, options) {
    const o = readOptions(options, { encoding: 'utf8', mode: 0o666, flag: 'w', flush: false });
    const bytes = toBytes(data, o.encoding);
    if (Number.isInteger(p) && p >= 0) {
      write(toFd(p), bytes);
      return;
    }
    const fd = binding.open(toPath(p), toFlags(o.flag), toMode(o.mode, 'mode', 0o666));
    try {
      write(fd, bytes);
    } finally {
      binding.close(fd);
    }
  },
  writeSync(fd, data, offsetOrPosition, lengthOrEncoding, position) {
    fd = toFd(fd);
    if (typeof data === 'string') {
      const bytes = toBytes(data, lengthOrEncoding);
      return binding.write(fd, bytes, 0, bytes.length, offsetOrPosition ?? -1);
    }
    if (!ArrayBuffer.isView(data)) check.typeError('buffer', 'of type string or an instance of Buffer, TypedArray, or DataView', data);
    let offset = offsetOrPosition;
    let length = lengthOrEncoding;
    if (offset !== null && typeof offset === 'object') ({ offset = 0, length = data.byteLength - offset, position = null } = offset);
    offset ??= 0;
    check.integer(offset, 'offset', 0, Number.MAX_SAFE_INTEGER);
    length ??= data.byteLength - offset;
    if (offset > data.byteLength) check.outOfRange('offset', `<= ${data.byteLength}`, offset);
    if (length < 0 || length > data.byteLength - offset) check.outOfRange('length', `<= ${data.byteLength - offset}`, length);
    return binding.write(fd, data, offset, length, position ?? -1);
  },
};

function vector(f, fd, buffers, position) {
  let total = 0;
  for (const b of buffers) {
    const n = f(fd, b, 0, b.byteLength, position == null ? null : position + total);
    total += n;
    if (n < b.byteLength) break;
  }
  return total;
}

function stat(call, p, options) {
  p = toPath(p);
  try {
    return makeStats(binding[call](p), options?.bigint);
  } catch (e) {
    if (options?.throwIfNoEntry === false && missing(e)) return undefined;
    throw e;
  }
}

// mkdirs makes a folder and those above it and returns the first that it made.
function mkdirs(p, mode) {
  const full = path.resolve(p);
  const todo = [];
  let at = full;
  for (;;) {
    let s;
    try {
      s = makeStats(binding.stat(at));
    } catch (e) {
      if (!missing(e)) throw e;
    }
    if (s) {
      if (s.isDirectory()) break;
      throw at === full ? fsError('EEXIST', -17, 'file already exists', 'mkdir', p) : fsError('ENOTDIR', -20, 'not a directory', 'mkdir', p);
    }
    todo.push(at);
    at = path.dirname(at);
  }
  for (const dir of todo.toReversed()) binding.mkdir(dir, mode);
  return todo.at(-1);
}

function copyTree(src, dest, options) {
  if (options.filter && !options.filter(src, dest)) return;
  const s = stat(options.dereference ? 'stat' : 'lstat', src);
  const d = stat('lstat', dest, { throwIfNoEntry: false });
  const failure = (code, name, message) => {
    const e = check.make(Error, code, message);
    e.name = 'SystemError';
    return Object.assign(e, { code, syscall: 'cp', path: dest });
  };
  if (s.isDirectory()) {
    if (!options.recursive) throw failure('ERR_FS_EISDIR', 'EISDIR', `Recursive option not enabled, cannot copy a directory: cp returned EISDIR (${src} is a directory (not copied)) ${src}`);
    const inside = `${path.resolve(dest)}/`.startsWith(`${path.resolve(src)}/`);
    if (inside) throw failure('ERR_FS_CP_EINVAL', 'EINVAL', `Invalid src or dest: cp returned EINVAL (cannot copy ${src} to a subdirectory of self ${dest}) ${dest}`);
    if (d && !d.isDirectory()) throw failure('ERR_FS_CP_DIR_TO_NON_DIR', 'EISDIR', `Cannot overwrite directory with non-directory: cp returned EISDIR (cannot overwrite non-directory ${dest} with directory ${src}) ${dest}`);
    if (!d) mkdirs(dest, s.mode & 0o777);
    for (const name of sync.readdirSync(src)) copyTree(path.join(src, name), path.join(dest, name), options);
    return;
  }
  if (d?.isDirectory()) throw failure('ERR_FS_CP_NON_DIR_TO_DIR', 'ENOTDIR', `Cannot overwrite non-directory with directory: cp returned ENOTDIR (cannot overwrite directory ${dest} with non-directory ${src}) ${dest}`);
  if (d && !options.force) {
    if (options.errorOnExist) throw failure('ERR_FS_CP_EEXIST', 'EEXIST', `Target already exists: cp returned EEXIST (${dest} already exists) ${dest}`);
    return;
  }
  if (!d) mkdirs(path.dirname(dest), 0o777);
  if (s.isSymbolicLink()) {
    if (d) binding.unlink(dest);
    binding.symlink(binding.readlink(src), dest);
    return;
  }
  binding.copyFile(src, dest, false);
  if (options.preserveTimestamps) binding.utimes(dest, s.atimeMs / 1000, s.mtimeMs / 1000);
}

class StatFs {}

class Dir {
  #list;
  #at = 0;
  #closed = false;
  constructor(p) {
    this.path = p;
    this.#list = sync.readdirSync(p, { withFileTypes: true });
  }
  #open() { if (this.#closed) throw check.make(Error, 'ERR_DIR_CLOSED', 'Directory handle was closed'); }
  readSync() {
    this.#open();
    return this.#list[this.#at++] ?? null;
  }
  read(callback) {
    if (callback === undefined) return (async () => this.readSync())();
    binding.later(callback, null, this.readSync());
  }
  closeSync() {
    this.#open();
    this.#closed = true;
  }
  close(callback) {
    if (callback === undefined) return (async () => this.closeSync())();
    this.closeSync();
    binding.later(callback, null);
  }
  async* entries() {
    try {
      for (let e; (e = this.readSync()) !== null;) yield e;
    } finally {
      if (!this.#closed) this.closeSync();
    }
  }
  [Symbol.asyncIterator]() { return this.entries(); }
}

module.exports = { sync, Dir, toPath, toFlags, toMode, seconds, binding };
