'use strict';
// node:querystring

const check = require('internal/validators');

function escape(str) {
  if (typeof str !== 'string') str = typeof str === 'object' ? String(str) : `${str}`;
  if (!str.isWellFormed() && /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(str)) {
    const e = check.make(URIError, 'ERR_INVALID_URI', 'URI malformed');
    throw e;
  }
  return encodeURIComponent(str);
}

function unescapeBuffer(s, decodeSpaces = false) {
  const { Buffer } = require('buffer');
  const out = [];
  for (let i = 0; i < s.length; i++) {
    let c = s.charCodeAt(i);
    if (decodeSpaces && c === 0x2B) {
      c = 0x20;
    } else if (c === 0x25 && /^[0-9a-f]{2}$/i.test(s.slice(i + 1, i + 3))) {
      c = parseInt(s.slice(i + 1, i + 3), 16);
      i += 2;
    }
    out.push(c);
  }
  return Buffer.from(out);
}

function unescape(s, decodeSpaces) {
  try {
    return decodeURIComponent(s);
  } catch {
    return exports.unescapeBuffer(s, decodeSpaces).toString();
  }
}

const primitive = (v) => {
  if (typeof v === 'string') return v;
  if (typeof v === 'number' && Number.isFinite(v) || typeof v === 'bigint') return `${v}`;
  if (typeof v === 'boolean') return v ? 'true' : 'false';
  return '';
};

function stringify(obj, sep, eq, options) {
  sep ||= '&';
  eq ||= '=';
  const encode = typeof options?.encodeURIComponent === 'function' ? options.encodeURIComponent : exports.escape;
  const text = (v) => {
    const s = primitive(v);
    return s === '' ? s : encode(s);
  };
  if (obj === null || typeof obj !== 'object') return '';
  const out = [];
  for (const key of Object.keys(obj)) {
    const k = `${text(key)}${eq}`;
    if (Array.isArray(obj[key])) for (const v of obj[key]) out.push(k + text(v));
    else out.push(k + text(obj[key]));
  }
  return out.join(sep);
}

function parse(qs, sep, eq, options) {
  const obj = { __proto__: null };
  if (typeof qs !== 'string' || qs.length === 0) return obj;
  sep = sep ? `${sep}` : '&';
  eq = eq ? `${eq}` : '=';
  let max = 1000;
  if (options && typeof options.maxKeys === 'number') max = options.maxKeys > 0 ? options.maxKeys : -1;
  const custom = typeof options?.decodeURIComponent === 'function' ? options.decodeURIComponent : undefined;
  const decode = (s) => {
    s = s.replace(/\+/g, custom ? '%20' : ' ');
    if (!s.includes('%') && !custom) return s;
    try {
      return (custom ?? exports.unescape)(s);
    } catch {
      return exports.unescape(s, true);
    }
  };
  let n = 0;
  for (const part of qs.split(sep)) {
    if (part === '') continue;
    if (max > 0 && n++ >= max) break;
    const at = part.indexOf(eq);
    const k = decode(at < 0 ? part : part.slice(0, at));
    const v = at < 0 ? '' : decode(part.slice(at + eq.length));
    if (obj[k] === undefined) obj[k] = v;
    else if (Array.isArray(obj[k])) obj[k].push(v);
    else obj[k] = [obj[k], v];
  }
  return obj;
}

Object.assign(exports, { unescapeBuffer, unescape, escape, stringify, encode: stringify, parse, decode: parse });
