'use strict';
// node:path, for POSIX paths; those of Windows are in path/win32.

const check = require('internal/validators');
const { normalizeParts, trimEnd, lastPart, baseOf, basename, extOf, format, glob } = require('internal/path');

const isSep = (ch) => ch === '/';
const normalized = (path, absolute) => normalizeParts(path, absolute, '/', isSep);

const posix = {
  resolve(...paths) {
    let path = '';
    for (let i = paths.length - 1; i >= -1 && path[0] !== '/'; i--) {
      const p = i >= 0 ? paths[i] : process.cwd();
      check.string(p, `paths[${i}]`);
      if (p !== '') path = path === '' ? p : `${p}/${path}`;
    }
    return `/${normalized(path, true)}`;
  },
  normalize(path) {
    check.string(path, 'path');
    if (path === '') return '.';
    const absolute = path[0] === '/';
    let p = normalized(path, absolute);
    if (p === '' && !absolute) p = '.';
    if (p !== '' && path.endsWith('/')) p += '/';
    return absolute ? `/${p}` : p;
  },
  isAbsolute(path) {
    check.string(path, 'path');
    return path[0] === '/';
  },
  join(...args) {
    for (const p of args) check.string(p, 'path');
    const joined = args.filter((p) => p !== '').join('/');
    return joined === '' ? '.' : posix.normalize(joined);
  },
  relative(from, to) {
    check.string(from, 'from');
    check.string(to, 'to');
    if (from === to) return '';
    const a = posix.resolve(from).split('/').filter(Boolean);
    const b = posix.resolve(to).split('/').filter(Boolean);
    let i = 0;
    while (i < a.length && i < b.length && a[i] === b[i]) i++;
    return [...a.slice(i).map(() => '..'), ...b.slice(i)].join('/');
  },
  toNamespacedPath(path) { return path; },
  dirname(path) {
    check.string(path, 'path');
    if (path === '') return '.';
    const i = lastPart(trimEnd(path, 1, isSep), 1, isSep) - 1;
    if (i < 1) return path[0] === '/' ? '/' : '.';
    return path[0] === '/' && i === 1 ? '//' : path.slice(0, i);
  },
  basename(path, suffix) { return basename(path, suffix, 0, isSep); },
  extname(path) {
    check.string(path, 'path');
    return extOf(baseOf(path, 0, isSep));
  },
  format: format.bind(null, '/'),
  parse(path) {
    check.string(path, 'path');
    const root = path[0] === '/' ? '/' : '';
    const p = trimEnd(path, root.length, isSep);
    const start = lastPart(p, root.length, isSep);
    const base = p.slice(start);
    const ext = extOf(base);
    return { root, dir: start > root.length ? p.slice(0, start - 1) : root, base, ext, name: ext ? base.slice(0, -ext.length) : base };
  },
  matchesGlob(path, pattern) {
    check.string(path, 'path');
    check.string(pattern, 'pattern');
    return glob(pattern, '/').test(path);
  },
  sep: '/',
  delimiter: ':',
  win32: null,
  posix: null,
};
posix.posix = posix;
posix._makeLong = posix.toNamespacedPath;
Object.defineProperty(posix, 'win32', {
  get() {
    const win32 = require('path/win32');
    Object.defineProperty(posix, 'win32', { value: win32, writable: true });
    return win32;
  },
  configurable: true, enumerable: true,
});

module.exports = posix;
