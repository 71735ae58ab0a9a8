'use strict';
// node:fs: the synchronous functions, callbacks and promises over them.

const encoding = (o) => typeof o === 'string' ? o : o?.encoding;
const text = (bytes) => new TextDecoder().decode(bytes);

const sync = {
  readFileSync(path, options) {
    const bytes = binding.readFile(path);
    return encoding(options) ? text(bytes) : globalThis.Buffer ? Buffer.from(bytes) : bytes;
  },
  writeFileSync(path, data) { binding.writeFile(path, data, false); },
  appendFileSync(path, data) { binding.writeFile(path, data, true); },
  existsSync(path) { return binding.exists(path); },
  statSync(path, options) {
    if (options?.throwIfNoEntry === false && !binding.exists(path)) return undefined;
    const { dir, file, ...stat } = binding.stat(path);
    return Object.assign(Object.create({ isDirectory: () => dir, isFile: () => file, isSymbolicLink: () => false }), stat, { mtime: new Date(stat.mtimeMs) });
  },
  readdirSync(path) { return binding.readdir(path); },
  mkdirSync(path, options) { binding.mkdir(path, options?.recursive); },
  rmSync(path, options) { binding.rm(path, options?.recursive); },
  unlinkSync(path) { binding.rm(path, false); },
  realpathSync(path) { return binding.realpath(path); },
};
sync.lstatSync = sync.statSync;

const promises = {};
for (const name of Object.keys(sync)) {
  const f = sync[name];
  exports[name] = f;
  const plain = name.slice(0, -4);
  promises[plain] = async (...args) => f(...args);
  exports[plain] = (...args) => {
    const callback = args.pop();
    let error = null;
    let value;
    try {
      value = f(...args);
    } catch (e) {
      error = e;
    }
    setImmediate(callback, error, value);
  };
}
exports.promises = promises;
for (const name of ['ReadStream', 'WriteStream', 'createReadStream', 'createWriteStream']) {
  Object.defineProperty(exports, name, {
    configurable: true, enumerable: true, get: () => require('internal/fs/streams')[name],
  });
}
