'use strict';
// node:url: file URLs, and the parts of URL that loaders and servers need.

const path = require('path');
const check = require('internal/validators');

class URLSearchParams {
  #list = [];
  #changed;
  constructor(init = '', changed) {
    this.#changed = changed;
    if (typeof init === 'string') {
      for (const pair of init.replace(/^\?/, '').split('&').filter(Boolean)) {
        const [k, ...v] = pair.split('=');
        this.#list.push([decode(k), decode(v.join('='))]);
      }
    } else {
      for (const [k, v] of typeof init[Symbol.iterator] === 'function' ? init : Object.entries(init)) this.#list.push([`${k}`, `${v}`]);
    }
  }
  #update() { this.#changed?.(this.toString()); }
  append(k, v) { this.#list.push([`${k}`, `${v}`]); this.#update(); }
  delete(k) { this.#list = this.#list.filter(([n]) => n !== k); this.#update(); }
  get(k) { return this.#list.find(([n]) => n === k)?.[1] ?? null; }
  getAll(k) { return this.#list.filter(([n]) => n === k).map(([, v]) => v); }
  has(k) { return this.#list.some(([n]) => n === k); }
  set(k, v) {
    const at = this.#list.findIndex(([n]) => n === k);
    this.#list = this.#list.filter(([n], i) => n !== k || i === at);
    if (at < 0) this.#list.push([k, `${v}`]);
    else this.#list[at][1] = `${v}`;
    this.#update();
  }
  sort() { this.#list.sort(([a], [b]) => a < b ? -1 : a > b ? 1 : 0); this.#update(); }
  forEach(f) { for (const [k, v] of this.#list) f(v, k, this); }
  get size() { return this.#list.length; }
  *entries() { yield* this.#list.map(([k, v]) => [k, v]); }
  *keys() { for (const [k] of this.#list) yield k; }
  *values() { for (const [, v] of this.#list) yield v; }
  [Symbol.iterator]() { return this.entries(); }
  toString() { return this.#list.map(([k, v]) => `${encode(k)}=${encode(v)}`).join('&'); }
}

const decode = (s) => { try { return decodeURIComponent(s.replace(/\+/g, ' ')); } catch { return s; } };
const encode = (s) => encodeURIComponent(s).replace(/%20/g, '+').replace(/[!'()~]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
const ports = { 'http:': '80', 'https:': '443', 'ws:': '80', 'wss:': '443', 'ftp:': '21' };
const isSpecial = (protocol) => protocol in ports || protocol === 'file:';

function invalid(input) {
  const e = check.make(TypeError, 'ERR_INVALID_URL', 'Invalid URL');
  e.input = input;
  return e;
}

class URL {
  constructor(input, base) {
    input = `${input}`.trim();
    const m = /^([a-zA-Z][a-zA-Z0-9+.-]*:)(?:\/\/(?:([^/?#@:]*)(?::([^/?#@]*))?@)?(\[[^\]]*\]|[^/?#:]*)(?::(\d*))?)?([^?#]*)(\?[^#]*)?(#.*)?$/.exec(input);
    if (!m) {
      if (base === undefined) throw invalid(input);
      return new URL(join(new URL(base), input));
    }
    this.protocol = m[1].toLowerCase();
    this.username = m[2] ?? '';
    this.password = m[3] ?? '';
    this.hostname = (m[4] ?? '').toLowerCase();
    this.port = m[5] === ports[this.protocol] ? '' : m[5] ?? '';
    if (this.protocol in ports && this.hostname === '') throw invalid(input);
    this.pathname = isSpecial(this.protocol) ? encodePath(path.posix.normalize(m[6] || '/')) : m[6];
    this.search = m[7] === '?' ? '' : m[7] ?? '';
    this.hash = m[8] === '#' ? '' : m[8] ?? '';
    Object.defineProperty(this, 'searchParams', { enumerable: true, value: new URLSearchParams(this.search, (s) => { this.search = s && `?${s}`; }) });
  }
  get host() { return this.port ? `${this.hostname}:${this.port}` : this.hostname; }
  get origin() { return this.protocol in ports ? `${this.protocol}//${this.host}` : 'null'; }
  get href() {
    const user = this.username ? `${this.username}${this.password ? `:${this.password}` : ''}@` : '';
    return `${this.protocol}${isSpecial(this.protocol) || this.hostname ? '//' : ''}${user}${this.host}${this.pathname}${this.search}${this.hash}`;
  }
  toString() { return this.href; }
  toJSON() { return this.href; }
  static canParse(input, base) {
    try {
      return Boolean(new URL(input, base));
    } catch {
      return false;
    }
  }
}

function encodePath(p) { return p.replace(/[ "<>`{}]|[^\x00-\x7f]+/g, encodeURIComponent); }

function join(base, input) {
  const root = `${base.protocol}//${base.host}`;
  if (input.startsWith('//')) return base.protocol + input;
  if (input[0] === '/') return root + input;
  if (input[0] === '?') return root + base.pathname + input;
  if (input[0] === '#' || input === '') return root + base.pathname + base.search + input;
  return root + base.pathname.replace(/[^/]*$/, '') + input;
}

function fileURLToPath(url) {
  if (typeof url === 'string') url = new URL(url);
  else if (!(url instanceof URL)) check.typeError('path', 'of type string or an instance of URL', url);
  if (url.protocol !== 'file:') check.fail(TypeError, 'ERR_INVALID_URL_SCHEME', 'The URL must be of scheme file');
  return decodeURIComponent(url.pathname);
}

function pathToFileURL(file) {
  const slash = file.endsWith('/') && file.length > 1 ? '/' : '';
  return new URL(`file://${(path.resolve(file) + slash).replace(/%/g, '%25').replace(/\?/g, '%3F').replace(/#/g, '%23').replace(/\\/g, '%5C')}`);
}

module.exports = { URL, URLSearchParams, fileURLToPath, pathToFileURL };
