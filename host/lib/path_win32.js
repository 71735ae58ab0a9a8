'use strict';
// node:path/win32: paths of Windows. A path is a device (a drive, or the two
// names of a share), a root separator if it is absolute, and parts.

const check = require('internal/validators');
const { normalizeParts, trimEnd, lastPart, baseOf, basename, extOf, format, glob } = require('internal/path');

const isSep = (ch) => ch === '\\' || ch === '/';
const hasDrive = (path) => /^[A-Za-z]:/.test(path);
const normalized = (path, absolute) => normalizeParts(path, absolute, '\\', isSep);

// span returns the end of the run of separators (or of others) at i.
function span(path, i, separators) {
  while (i < path.length && isSep(path[i]) === separators) i++;
  return i;
}

// share finds \\server\share: its names and where it ends, or null.
function share(path) {
  if (!isSep(path[0]) || !isSep(path[1])) return null;
  const server = span(path, 2, false);
  const between = span(path, server, true);
  const end = span(path, between, false);
  if (server === 2 || between === server || end === between) return null;
  return { device: `\\\\${path.slice(2, server)}\\${path.slice(between, end)}`, end };
}

// split tells the device of a path, whether it is absolute, and where what
// follows the root starts.
function split(path) {
  const unc = share(path);
  if (unc) return { device: unc.device, absolute: true, end: unc.end, unc: true };
  if (isSep(path[0])) return { device: '', absolute: true, end: 1 };
  if (!hasDrive(path)) return { device: '', absolute: false, end: 0 };
  const absolute = path.length > 2 && isSep(path[2]);
  return { device: path.slice(0, 2), absolute, end: absolute ? 3 : 2 };
}

// rootEnd is where the root ends, with the separator after a share.
function rootEnd(path) {
  const { end, unc } = split(path);
  return unc ? Math.min(end + 1, path.length) : end;
}

// becomesDrive tells whether a relative path could be read as one on a drive
// once its first parts are gone.
const becomesDrive = (path, tail) => path.includes(':') && (hasDrive(tail) || /:(?:[\\/]|$)/.test(path));

const win32 = {
  resolve(...args) {
    let device = '';
    let tail = '';
    let absolute = false;
    for (let i = args.length - 1; i >= -1; i--) {
      let path;
      if (i >= 0) {
        path = args[i];
        check.string(path, `paths[${i}]`);
        if (path === '') continue;
      } else if (device === '') {
        path = process.cwd();
      } else {
        path = process.env[`=${device}`] || process.cwd();
        if (path.slice(0, 2).toLowerCase() !== device.toLowerCase() && path[2] === '\\') path = `${device}\\`;
      }
      const s = split(path);
      if (s.device !== '') {
        if (device !== '' && s.device.toLowerCase() !== device.toLowerCase()) continue;
        if (device === '') device = s.device;
      }
      if (!absolute) {
        tail = `${path.slice(s.end)}\\${tail}`;
        absolute = s.absolute;
      }
      if (absolute && device !== '') break;
    }
    tail = normalized(tail, absolute);
    return absolute ? `${device}\\${tail}` : `${device}${tail}` || '.';
  },
  normalize(path) {
    check.string(path, 'path');
    if (path === '') return '.';
    if (path.length === 1) return isSep(path) ? '\\' : path;
    const { device, absolute, end, unc } = split(path);
    if (unc && end === path.length) return `${device}\\`;
    let tail = end < path.length ? normalized(path.slice(end), absolute) : '';
    if (tail === '' && !absolute) tail = '.';
    if (tail !== '' && isSep(path.at(-1))) tail += '\\';
    if ((!absolute && device === '' && becomesDrive(path, tail)) || /^(?:CON|PRN|AUX|NUL|(?:COM|LPT)[1-9\u00b9\u00b2\u00b3]):/i.test(path)) return `.\\${device}${tail}`;
    return absolute ? `${device}\\${tail}` : `${device}${tail}`;
  },
  isAbsolute(path) {
    check.string(path, 'path');
    return isSep(path[0]) || (hasDrive(path) && isSep(path[2]));
  },
  join(...args) {
    for (const p of args) check.string(p, 'path');
    const parts = args.filter((p) => p !== '');
    if (parts.length === 0) return '.';
    let joined = parts.join('\\');
    // What is no share in the first argument must not become one by joining.
    const start = span(joined, 0, true);
    const first = span(parts[0], 0, true);
    if (!(first === 2 && parts[0].length > 2) && start >= 2) joined = `\\${joined.slice(start)}`;
    return win32.normalize(joined);
  },
  relative(from, to) {
    check.string(from, 'from');
    check.string(to, 'to');
    if (from === to) return '';
    const a = win32.resolve(from);
    const b = win32.resolve(to);
    if (a.toLowerCase() === b.toLowerCase()) return '';
    const parts = (p) => p.split('\\').filter(Boolean);
    const [x, y] = [parts(a), parts(b)];
    let i = 0;
    while (i < x.length && i < y.length && x[i].toLowerCase() === y[i].toLowerCase()) i++;
    if (i === 0 && x.length > 0 && y.length > 0) return b;
    return [...x.slice(i).map(() => '..'), ...y.slice(i)].join('\\');
  },
  toNamespacedPath(path) {
    if (typeof path !== 'string' || path === '') return path;
    const full = win32.resolve(path);
    if (full.length <= 2) return path;
    if (full.startsWith('\\\\')) return full[2] === '?' || full[2] === '.' ? path : `\\\\?\\UNC\\${full.slice(2)}`;
    return hasDrive(full) && full[2] === '\\' ? `\\\\?\\${full}` : path;
  },
  dirname(path) {
    check.string(path, 'path');
    if (path === '') return '.';
    if (path.length === 1) return isSep(path) ? path : '.';
    const { end, unc } = split(path);
    if (unc && end === path.length) return path;
    const root = unc ? end + 1 : end;
    const p = trimEnd(path, root, isSep);
    const i = lastPart(p, root, isSep) - 1;
    if (i >= root) return path.slice(0, i);
    return root === 0 ? '.' : path.slice(0, root);
  },
  basename(path, suffix) {
    return basename(path, suffix, typeof path === 'string' && hasDrive(path) ? 2 : 0, isSep);
  },
  extname(path) {
    check.string(path, 'path');
    return extOf(baseOf(path, hasDrive(path) ? 2 : 0, isSep));
  },
  format: format.bind(null, '\\'),
  parse(path) {
    check.string(path, 'path');
    const end = rootEnd(path);
    const root = path.slice(0, end);
    const p = trimEnd(path, end, isSep);
    const start = lastPart(p, end, isSep);
    const base = p.slice(start);
    const ext = extOf(base);
    return { root, dir: start > end ? p.slice(0, start - 1) : root, base, ext, name: ext ? base.slice(0, -ext.length) : base };
  },
  matchesGlob(path, pattern) {
    check.string(path, 'path');
    check.string(pattern, 'pattern');
    return glob(pattern, '\\').test(path);
  },
  sep: '\\',
  delimiter: ';',
  win32: null,
  posix: null,
};
win32.win32 = win32;
win32.posix = require('path');
win32._makeLong = win32.toNamespacedPath;

module.exports = win32;
