'use strict';
// What describes files: Stats, BigIntStats, Dirent, and constants.

const constants = {
  UV_FS_SYMLINK_DIR: 1, UV_FS_SYMLINK_JUNCTION: 2, O_RDONLY: 0, O_WRONLY: 1, O_RDWR: 2, UV_DIRENT_UNKNOWN: 0, UV_DIRENT_FILE: 1, UV_DIRENT_DIR: 2,
  UV_DIRENT_LINK: 3, UV_DIRENT_FIFO: 4, UV_DIRENT_SOCKET: 5, UV_DIRENT_CHAR: 6, UV_DIRENT_BLOCK: 7, EXTENSIONLESS_FORMAT_JAVASCRIPT: 0,
  EXTENSIONLESS_FORMAT_WASM: 1, S_IFMT: 61440, S_IFREG: 32768, S_IFDIR: 16384, S_IFCHR: 8192, S_IFBLK: 24576, S_IFIFO: 4096, S_IFLNK: 40960,
  S_IFSOCK: 49152, O_CREAT: 64, O_EXCL: 128, UV_FS_O_FILEMAP: 0, O_NOCTTY: 256, O_TRUNC: 512, O_APPEND: 1024, O_DIRECTORY: 65536,
  O_NOATIME: 262144, O_NOFOLLOW: 131072, O_SYNC: 1052672, O_DSYNC: 4096, O_DIRECT: 16384, O_NONBLOCK: 2048, S_IRWXU: 448, S_IRUSR: 256,
  S_IWUSR: 128, S_IXUSR: 64, S_IRWXG: 56, S_IRGRP: 32, S_IWGRP: 16, S_IXGRP: 8, S_IRWXO: 7, S_IROTH: 4, S_IWOTH: 2, S_IXOTH: 1, F_OK: 0,
  R_OK: 4, W_OK: 2, X_OK: 1, UV_FS_COPYFILE_EXCL: 1, COPYFILE_EXCL: 1, UV_FS_COPYFILE_FICLONE: 2, COPYFILE_FICLONE: 2,
  UV_FS_COPYFILE_FICLONE_FORCE: 4, COPYFILE_FICLONE_FORCE: 4,
};
Object.setPrototypeOf(constants, null);

const kinds = { isDirectory: 'S_IFDIR', isFile: 'S_IFREG', isBlockDevice: 'S_IFBLK', isCharacterDevice: 'S_IFCHR', isSymbolicLink: 'S_IFLNK', isFIFO: 'S_IFIFO', isSocket: 'S_IFSOCK' };

function StatsBase() {}
for (const [name, kind] of Object.entries(kinds)) {
  StatsBase.prototype[name] = { [name]() {
    return (typeof this.mode === 'bigint' ? Number(this.mode) : this.mode) % 0x10000 - Number(this.mode) % 0x1000 === constants[kind];
  } }[name];
}

const fields = ['dev', 'mode', 'nlink', 'uid', 'gid', 'rdev', 'blksize', 'ino', 'size', 'blocks'];
const times = ['atime', 'mtime', 'ctime', 'birthtime'];

function Stats(dev, mode, nlink, uid, gid, rdev, blksize, ino, size, blocks, atimeMs, mtimeMs, ctimeMs, birthtimeMs) {
  Object.assign(this, { dev, mode, nlink, uid, gid, rdev, blksize, ino, size, blocks, atimeMs, mtimeMs, ctimeMs, birthtimeMs });
}
Object.setPrototypeOf(Stats.prototype, StatsBase.prototype);
for (const t of times) {
  Object.defineProperty(Stats.prototype, t, {
    enumerable: true, configurable: true,
    get() { return this[t] = new Date(Math.round(Number(this[`${t}Ms`]))); },
    set(value) { Object.defineProperty(this, t, { value, writable: true, enumerable: true, configurable: true }); },
  });
}

function BigIntStats() {}
Object.setPrototypeOf(BigIntStats.prototype, StatsBase.prototype);

// makeStats makes Stats of the numbers of the binding.
function makeStats(list, big) {
  if (big) {
    const s = new BigIntStats();
    fields.forEach((f, i) => { s[f] = BigInt(list[i]); });
    const ns = times.map((_, i) => BigInt(list[10 + 2 * i]) * 1000000000n + BigInt(list[11 + 2 * i]));
    times.forEach((t, i) => { s[`${t}Ms`] = ns[i] / 1000000n; });
    times.forEach((t, i) => { s[`${t}Ns`] = ns[i]; });
    times.forEach((t, i) => { s[t] = new Date(Number(ns[i] / 1000000n)); });
    return s;
  }
  const ms = times.map((_, i) => list[10 + 2 * i] * 1000 + list[11 + 2 * i] / 1e6);
  const s = new Stats(...list.slice(0, 10), ...ms);
  for (const t of times) s[t] = new Date(Math.round(s[`${t}Ms`]));
  return s;
}

class Dirent {
  #type;
  constructor(name, type, path) {
    this.name = name;
    this.parentPath = path;
    this.path = path;
    this.#type = type;
    Object.defineProperty(this, kType, { value: type, enumerable: true, configurable: true, writable: true });
  }
  isDirectory() { return this.#type === constants.UV_DIRENT_DIR; }
  isFile() { return this.#type === constants.UV_DIRENT_FILE; }
  isBlockDevice() { return this.#type === constants.UV_DIRENT_BLOCK; }
  isCharacterDevice() { return this.#type === constants.UV_DIRENT_CHAR; }
  isSymbolicLink() { return this.#type === constants.UV_DIRENT_LINK; }
  isFIFO() { return this.#type === constants.UV_DIRENT_FIFO; }
  isSocket() { return this.#type === constants.UV_DIRENT_SOCKET; }
}
const kType = Symbol('type');

module.exports = { constants, Stats, BigIntStats, Dirent, makeStats };
