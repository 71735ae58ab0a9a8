'use strict';
// node:fs: the synchronous functions, and callbacks and promises over them.

const check = require('internal/validators');
const { constants, Stats, BigIntStats, Dirent } = require('internal/fs_stats');
const { sync, Dir, binding: { later } } = require('internal/fs_sync');

// direct calls fail in the caller if an argument is wrong, later if the system
// says no.
const isArgumentError = (e) => typeof e.code === 'string' && e.code.startsWith('ERR_INVALID') || e.code === 'ERR_OUT_OF_RANGE';

function withCallback(name, f) {
  return { [name](...args) {
    const callback = args.pop();
    if (typeof callback !== 'function') check.typeError('cb', 'of type function', args.length < 2 ? undefined : callback);
    let error = null;
    let value;
    try {
      value = f(...args);
    } catch (e) {
      if (isArgumentError(e)) throw e;
      error = e;
    }
    if (error !== null) later(callback, error);
    else if (value === undefined && name !== 'mkdir') later(callback, null);
    else later(callback, null, value);
  } }[name];
}

const promises = { constants };
for (const name of Object.keys(sync).sort()) {
  const f = sync[name];
  const plain = name.slice(0, -4);
  exports[name] = f;
  exports[plain] = withCallback(plain, f);
  promises[plain] = { async [plain](...args) {
    if (args.some((a) => a?.signal?.aborted)) throw require('internal/abort').abortError(args.find((a) => a?.signal?.aborted).signal);
    try {
      return f(...args.map((a) => a instanceof FileHandle ? a.fd : a));
    } finally {
      await new Promise(later);
    }
  } }[plain];
}
const ofFd = ['close', 'fchmod', 'fchown', 'futimes', 'fdatasync', 'fstat', 'fsync', 'ftruncate', 'read', 'readv', 'write', 'writev', 'exists'];
for (const name of ofFd) delete promises[name];

const names = (f, list) => Object.defineProperty(f, Symbol.for('nodejs.util.promisify.custom'), {
  enumerable: false, configurable: true,
  value: (...args) => new Promise((resolve, reject) => {
    f(...args, (err, n, data) => { if (err) reject(err); else resolve({ [list[0]]: n, [list[1]]: data }); });
  }),
});

exports.exists = function exists(p, callback) {
  check.function(callback, 'cb');
  later(callback, sync.existsSync(p));
};
Object.defineProperty(exports.exists, Symbol.for('nodejs.util.promisify.custom'), {
  value: (p) => new Promise((resolve) => { exports.exists(p, resolve); }),
});
exports.read = names(function read(fd, buffer, ...rest) {
  const callback = rest.pop() ?? buffer;
  if (typeof buffer === 'function' || buffer !== null && typeof buffer === 'object' && !ArrayBuffer.isView(buffer)) {
    const o = typeof buffer === 'function' ? {} : buffer;
    buffer = o.buffer ?? require('buffer').Buffer.alloc(16384);
    rest = [o.offset ?? 0, o.length ?? buffer.byteLength - (o.offset ?? 0), o.position ?? null];
  }
  withCallback('read', () => sync.readSync(fd, buffer, ...rest))((e, n) => callback(e, n, buffer));
}, ['bytesRead', 'buffer']);
exports.write = names(function write(fd, data, ...rest) {
  const callback = rest.pop();
  withCallback('write', () => sync.writeSync(fd, data, ...rest))((e, n) => callback(e, n, data));
}, ['bytesWritten', 'buffer']);
exports.readv = names(function readv(fd, buffers, ...rest) {
  const callback = rest.pop();
  withCallback('readv', () => sync.readvSync(fd, buffers, ...rest))((e, n) => callback(e, n, buffers));
}, ['bytesRead', 'buffers']);
exports.writev = names(function writev(fd, buffers, ...rest) {
  const callback = rest.pop();
  withCallback('writev', () => sync.writevSync(fd, buffers, ...rest))((e, n) => callback(e, n, buffers));
}, ['bytesWritten', 'buffers']);
exports.realpath.native = exports.realpath;
exports.realpathSync.native = exports.realpathSync;

class FileHandle extends require('events') {
  #fd;
  constructor(fd) {
    super();
    this.#fd = fd;
  }
  get fd() { return this.#fd; }
  getAsyncId() { return 0; }
  #need(name) {
    if (this.#fd >= 0) return this.#fd;
    const e = new Error('file closed');
    throw Object.assign(e, { code: 'EBADF', syscall: name });
  }
  async appendFile(data, options) { sync.appendFileSync(this.#need('write'), data, options); }
  async chmod(mode) { sync.fchmodSync(this.#need('fchmod'), mode); }
  async datasync() { sync.fdatasyncSync(this.#need('fdatasync')); }
  async sync() { sync.fsyncSync(this.#need('fsync')); }
  async read(buffer, offset, length, position) {
    if (!ArrayBuffer.isView(buffer)) {
      const o = buffer ?? {};
      buffer = o.buffer ?? require('buffer').Buffer.alloc(16384);
      ({ offset = 0, length = buffer.byteLength - offset, position = null } = o);
    } else if (offset !== null && typeof offset === 'object') {
      ({ offset = 0, length = buffer.byteLength - offset, position = null } = offset);
    }
    return { __proto__: null, bytesRead: sync.readSync(this.#need('read'), buffer, offset ?? 0, length ?? buffer.byteLength - (offset ?? 0), position), buffer };
  }
  async readv(buffers, position) { return { __proto__: null, bytesRead: sync.readvSync(this.#need('read'), buffers, position), buffers }; }
  async readFile(options) { return sync.readFileSync(this.#need('read'), options); }
  async* readLines(options) {
    const text = sync.readFileSync(this.#need('read'), { encoding: 'utf8', ...options });
    const lines = text.split(/\r\n|[\n\r\u2028\u2029]/);
    if (lines.at(-1) === '') lines.pop();
    yield* lines;
  }
  async stat(options) { return sync.fstatSync(this.#need('fstat'), options); }
  async truncate(len) { sync.ftruncateSync(this.#need('ftruncate'), len); }
  async utimes(atime, mtime) { sync.futimesSync(this.#need('futime'), atime, mtime); }
  async chown(uid, gid) { sync.fchownSync(this.#need('fchown'), uid, gid); }
  async write(buffer, ...rest) {
    if (typeof buffer !== 'string' && !ArrayBuffer.isView(buffer)) check.typeError('buffer', 'of type string or an instance of Buffer, TypedArray, or DataView', buffer);
    return { __proto__: null, bytesWritten: sync.writeSync(this.#need('write'), buffer, ...rest), buffer };
  }
  async writev(buffers, position) { return { __proto__: null, bytesWritten: sync.writevSync(this.#need('write'), buffers, position), buffers }; }
  async writeFile(data, options) { sync.writeFileSync(this.#need('write'), data, options); }
  createReadStream(options) { return exports.createReadStream('', { ...options, fd: this.#fd }); }
  createWriteStream(options) { return exports.createWriteStream('', { ...options, fd: this.#fd }); }
  async close() {
    if (this.#fd < 0) return;
    const fd = this.#fd;
    this.#fd = -1;
    sync.closeSync(fd);
    this.emit('close');
  }
  async [Symbol.asyncDispose]() { await this.close(); }
}

promises.open = async function open(p, flags, mode) {
  const handle = new FileHandle(sync.openSync(p, flags, mode));
  await new Promise(later);
  return handle;
};
exports.openAsBlob = async (p, options) => new Blob([sync.readFileSync(p)], options);

for (const [name, of] of [['ReadStream', 'ReadStream'], ['WriteStream', 'WriteStream'], ['FileReadStream', 'ReadStream'], ['FileWriteStream', 'WriteStream'],
  ['createReadStream', 'createReadStream'], ['createWriteStream', 'createWriteStream']]) {
  Object.defineProperty(exports, name, {
    configurable: true, enumerable: true, get: () => require('internal/fs/streams')[of],
  });
}

for (const name of ['watch', 'watchFile', 'unwatchFile']) exports[name] = (...args) => require('internal/fs/watch')[name](...args);
promises.watch = (...args) => require('internal/fs/watch').watchEvents(...args);

Object.assign(exports, {
  _toUnixTimestamp: require('internal/fs_sync').seconds,
  Dir, Dirent, Stats, BigIntStats, constants, promises,
  F_OK: 0, R_OK: 4, W_OK: 2, X_OK: 1,
});
