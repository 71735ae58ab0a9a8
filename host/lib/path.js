'use strict';
// node:path, for POSIX paths.

const { string } = require('internal/validators');

function normalizeParts(path, absolute) {
  const out = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') out.push(part);
    else if (out.length > 0 && out.at(-1) !== '..') out.pop();
    else if (!absolute) out.push('..');
  }
  return out.join('/');
}

const posix = {
  sep: '/',
  delimiter: ':',
  resolve(...paths) {
    let path = '';
    for (let i = paths.length - 1; i >= -1 && path[0] !== '/'; i--) {
      const p = i >= 0 ? paths[i] : process.cwd();
      string(p, 'path');
      if (p !== '') path = path === '' ? p : `${p}/${path}`;
    }
    return `/${normalizeParts(path, true)}`;
  },
  normalize(path) {
    string(path, 'path');
    if (path === '') return '.';
    const absolute = path[0] === '/';
    let p = normalizeParts(path, absolute);
    if (p === '' && !absolute) p = '.';
    if (p !== '' && path.endsWith('/')) p += '/';
    return absolute ? `/${p}` : p;
  },
  isAbsolute(path) { string(path, 'path'); return path[0] === '/'; },
  join(...paths) {
    for (const p of paths) string(p, 'path');
    const joined = paths.filter((p) => p !== '').join('/');
    return joined === '' ? '.' : posix.normalize(joined);
  },
  relative(from, to) {
    const a = posix.resolve(from).split('/').filter(Boolean);
    const b = posix.resolve(to).split('/').filter(Boolean);
    let i = 0;
    while (i < a.length && i < b.length && a[i] === b[i]) i++;
    return [...a.slice(i).map(() => '..'), ...b.slice(i)].join('/');
  },
  toNamespacedPath(path) { return path; },
  dirname(path) {
    string(path, 'path');
    if (path === '') return '.';
    const p = path.replace(/\/+$/, '');
    const i = p.lastIndexOf('/');
    if (i < 0) return path[0] === '/' ? '/' : '.';
    return p.slice(0, i).replace(/\/+$/, '') || '/';
  },
  basename(path, suffix) {
    string(path, 'path');
    const base = path.replace(/\/+$/, '').split('/').at(-1);
    return suffix !== undefined && base !== suffix && base.endsWith(suffix) ? base.slice(0, -suffix.length) : base;
  },
  extname(path) {
    const base = posix.basename(path);
    const i = base.lastIndexOf('.');
    return i <= 0 ? '' : base.slice(i);
  },
  format({ dir, root = '', base, name = '', ext = '' }) {
    const file = base || `${name}${ext && ext[0] !== '.' ? '.' : ''}${ext}`;
    if (!dir) return `${root}${file}`;
    return dir === root ? `${dir}${file}` : `${dir}/${file}`;
  },
  parse(path) {
    string(path, 'path');
    const root = path[0] === '/' ? '/' : '';
    const base = posix.basename(path);
    const ext = posix.extname(path);
    const dir = path.replace(/\/+$/, '').includes('/') ? posix.dirname(path) : root;
    return { root, dir, base, ext, name: ext ? base.slice(0, -ext.length) : base };
  },
};
posix.posix = posix;
posix.win32 = null;

module.exports = posix;
