'use strict';
// What the two kinds of paths share. A kind is told by its separator and by
// what else it takes for one.

const check = require('internal/validators');

// normalizeParts removes empty parts, . and .. where something is before it.
function normalizeParts(path, absolute, sep, isSep) {
  const out = [];
  let start = 0;
  for (let i = 0; i <= path.length; i++) {
    if (i < path.length && !isSep(path[i])) continue;
    const part = path.slice(start, i);
    start = i + 1;
    if (part === '' || part === '.') continue;
    if (part !== '..') out.push(part);
    else if (out.length > 0 && out.at(-1) !== '..') out.pop();
    else if (!absolute) out.push('..');
  }
  return out.join(sep);
}

// trimEnd drops separators at the end, down to the root.
function trimEnd(path, root, isSep) {
  let end = path.length;
  while (end > root && isSep(path[end - 1])) end--;
  return path.slice(0, end);
}

// lastPart returns where the last part of a trimmed path starts.
function lastPart(path, root, isSep) {
  let i = path.length;
  while (i > root && !isSep(path[i - 1])) i--;
  return i;
}

function baseOf(path, root, isSep) {
  const p = trimEnd(path, root, isSep);
  return p.slice(lastPart(p, root, isSep));
}

function basename(path, suffix, root, isSep) {
  if (suffix !== undefined) check.string(suffix, 'suffix');
  check.string(path, 'path');
  if (suffix && suffix === path) return '';
  const base = baseOf(path, root, isSep);
  if (base === '' && suffix && suffix.length <= path.length) return path.slice(root);
  return suffix && base !== suffix && base.endsWith(suffix) ? base.slice(0, -suffix.length) : base;
}

function extOf(base) {
  const i = base.lastIndexOf('.');
  return i <= 0 || base === '..' ? '' : base.slice(i);
}

function format(sep, object) {
  check.object(object, 'pathObject');
  const { root, ext } = object;
  const dir = object.dir || root;
  const base = object.base || `${object.name || ''}${ext && ext[0] !== '.' ? '.' : ''}${ext || ''}`;
  if (!dir) return base;
  return dir === root ? `${dir}${base}` : `${dir}${sep}${base}`;
}

// glob makes a regular expression of a pattern, for matchesGlob.
function glob(pattern, sep) {
  const separators = sep === '/' ? '/' : '\\\\/';
  const any = `[^${separators}]`;
  let out = '';
  let depth = 0;
  for (let i = 0; i < pattern.length; i++) {
    const ch = pattern[i];
    if (ch === '*' && pattern[i + 1] === '*') {
      const whole = (i === 0 || /[\\/]/.test(pattern[i - 1])) && (i + 2 === pattern.length || pattern[i + 2] === '/');
      out += !whole ? `${any}*` : i + 2 === pattern.length ? '.*' : `(?:${any}+[${separators}])*`;
      i += whole && i + 2 < pattern.length ? 2 : 1;
    } else if (ch === '*') {
      out += `${any}*`;
    } else if (ch === '?') {
      out += any;
    } else if (ch === '[' && pattern.indexOf(']', i + 2) > 0) {
      const end = pattern.indexOf(']', i + 2);
      out += `[${pattern.slice(i + 1, end).replace(/^!/, '^').replace(/[\\\]]/g, '\\$&')}]`;
      i = end;
    } else if (ch === '{' && pattern.indexOf('}', i) > 0) {
      depth++;
      out += '(?:';
    } else if (ch === '}' && depth > 0) {
      depth--;
      out += ')';
    } else if (ch === ',' && depth > 0) {
      out += '|';
    } else if (ch === '/' || ch === sep) {
      out += `[${separators}]`;
    } else {
      out += ch.replace(/[\\^$.*+?()[\]{}|]/, '\\$&');
    }
  }
  return new RegExp(`^${out}$`, 's');
}

module.exports = { normalizeParts, trimEnd, lastPart, baseOf, basename, extOf, format, glob };
