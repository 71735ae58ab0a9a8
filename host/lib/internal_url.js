'use strict';
// URL and URLSearchParams over the records of the URL Standard.

const check = require('internal/validators');
const { enumerable, tag, missing, invalidThis } = require('internal/event_target');
const inspectCustom = Symbol.for('nodejs.util.inspect.custom');

const usv = (v) => `${v}`;

function invalidURL(input, base) {
  const e = check.make(TypeError, 'ERR_INVALID_URL', 'Invalid URL');
  e.input = input;
  if (base !== undefined) e.base = base;
  return e;
}

let paramsOf, setList, linkParams;

class URLSearchParams {
  #list = [];
  #url = null;
  static {
    paramsOf = (p) => {
      if (p === null || typeof p !== 'object' && typeof p !== 'function' || !(#list in p)) throw invalidThis('URLSearchParams');
      return p.#list;
    };
    setList = (p, list) => { p.#list = list; };
    linkParams = (p, url) => { p.#url = url; };
  }
  constructor(init = undefined) {
    if (init === undefined || init === null) return;
    if (typeof init !== 'object' && typeof init !== 'function') {
      init = usv(init);
      this.#list = binding.parseForm(init[0] === '?' ? init.slice(1) : init);
      return;
    }
    const method = init[Symbol.iterator];
    if (method === this[Symbol.iterator] && #list in init) {
      this.#list = init.#list.slice();
    } else if (method !== null && method !== undefined) {
      if (typeof method !== 'function') throw check.make(TypeError, 'ERR_ARG_NOT_ITERABLE', 'Query pairs must be iterable');
      for (const pair of init) {
        if (pair === null || pair === undefined) throw tuple();
        if (typeof pair !== 'object' && typeof pair !== 'function' || typeof pair[Symbol.iterator] !== 'function') throw tuple();
        const items = [...pair];
        if (items.length !== 2) throw tuple();
        this.#list.push(usv(items[0]).toWellFormed(), usv(items[1]).toWellFormed());
      }
    } else {
      const seen = new Map();
      for (const key of Reflect.ownKeys(init)) {
        const d = Reflect.getOwnPropertyDescriptor(init, key);
        if (d === undefined || !d.enumerable) continue;
        const name = usv(key).toWellFormed();
        const value = usv(init[key]).toWellFormed();
        const at = seen.get(name);
        if (at !== undefined) this.#list[at] = value;
        else seen.set(name, this.#list.push(name, value) - 1);
      }
    }
  }
  #update() { this.#url?.(this.toString()); }
  get size() { return paramsOf(this).length / 2; }
  append(name, value) {
    const list = paramsOf(this);
    if (arguments.length < 2) throw missing('name', 'value');
    list.push(usv(name).toWellFormed(), usv(value).toWellFormed());
    this.#update();
  }
  delete(name, value = undefined) {
    const list = paramsOf(this);
    if (arguments.length < 1) throw missing('name');
    name = usv(name).toWellFormed();
    if (value !== undefined) value = usv(value).toWellFormed();
    for (let i = 0; i < list.length;) {
      if (list[i] === name && (value === undefined || list[i + 1] === value)) list.splice(i, 2);
      else i += 2;
    }
    this.#update();
  }
  get(name) {
    const list = paramsOf(this);
    if (arguments.length < 1) throw missing('name');
    name = usv(name).toWellFormed();
    for (let i = 0; i < list.length; i += 2) if (list[i] === name) return list[i + 1];
    return null;
  }
  getAll(name) {
    const list = paramsOf(this);
    if (arguments.length < 1) throw missing('name');
    name = usv(name).toWellFormed();
    return list.filter((_, i) => i % 2 === 1 && list[i - 1] === name);
  }
  has(name, value = undefined) {
    const list = paramsOf(this);
    if (arguments.length < 1) throw missing('name');
    name = usv(name).toWellFormed();
    if (value !== undefined) value = usv(value).toWellFormed();
    for (let i = 0; i < list.length; i += 2) if (list[i] === name && (value === undefined || list[i + 1] === value)) return true;
    return false;
  }
  set(name, value) {
    const list = paramsOf(this);
    if (arguments.length < 2) throw missing('name', 'value');
    name = usv(name).toWellFormed();
    value = usv(value).toWellFormed();
    let found = false;
    for (let i = 0; i < list.length;) {
      if (list[i] !== name) {
        i += 2;
      } else if (!found) {
        list[i + 1] = value;
        found = true;
        i += 2;
      } else {
        list.splice(i, 2);
      }
    }
    if (!found) list.push(name, value);
    this.#update();
  }
  sort() {
    const list = paramsOf(this);
    const pairs = [];
    for (let i = 0; i < list.length; i += 2) pairs.push([list[i], list[i + 1]]);
    pairs.sort(([a], [b]) => a < b ? -1 : a > b ? 1 : 0);
    setList(this, pairs.flat());
    this.#update();
  }
  entries() { paramsOf(this); return new Iterator_(this, 2); }
  forEach(callback, thisArg = undefined) {
    paramsOf(this);
    check.function(callback, 'callback');
    for (let i = 0; i < this.#list.length; i += 2) Reflect.apply(callback, thisArg, [this.#list[i + 1], this.#list[i], this]);
  }
  keys() { paramsOf(this); return new Iterator_(this, 0); }
  values() { paramsOf(this); return new Iterator_(this, 1); }
  toString() {
    const list = paramsOf(this);
    let s = '';
    for (let i = 0; i < list.length; i += 2) s += `${i > 0 ? '&' : ''}${binding.encodeForm(list[i])}=${binding.encodeForm(list[i + 1])}`;
    return s;
  }
  [inspectCustom](depth, options, inspect) {
    const list = paramsOf(this);
    if (typeof depth === 'number' && depth < 0) return options.stylize('[Object]', 'special');
    const out = [];
    for (let i = 0; i < list.length; i += 2) out.push(`${inspect(list[i], options)} => ${inspect(list[i + 1], options)}`);
    return block('URLSearchParams', out, options);
  }
}
const tuple = () => check.make(TypeError, 'ERR_INVALID_TUPLE', 'Each query pair must be an iterable [name, value] tuple');

function block(name, out, options) {
  const length = out.reduce((n, s) => n + s.length + 2, -2);
  if (length > options.breakLength) return `${name} {\n  ${out.join(',\n  ')} }`;
  return out.length ? `${name} { ${out.join(', ')} }` : `${name} {}`;
}

const iteratorPrototype = Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]()));
class Iterator_ {
  #params; #kind; #at = 0;
  constructor(params, kind) { this.#params = params; this.#kind = kind; }
  next() {
    if (this === null || typeof this !== 'object' || !(#params in this)) throw invalidThis('URLSearchParamsIterator');
    const list = paramsOf(this.#params);
    if (this.#at >= list.length) return { value: undefined, done: true };
    const [name, value] = [list[this.#at], list[this.#at + 1]];
    this.#at += 2;
    return { value: this.#kind === 0 ? name : this.#kind === 1 ? value : [name, value], done: false };
  }
  [inspectCustom](depth, options, inspect) {
    const list = paramsOf(this.#params);
    const out = [];
    for (let i = this.#at; i < list.length; i += 2) {
      const [name, value] = [inspect(list[i], options), inspect(list[i + 1], options)];
      out.push(this.#kind === 0 ? name : this.#kind === 1 ? value : `[ ${name}, ${value} ]`);
    }
    return out.length ? `URLSearchParams Iterator { ${out.join(', ')} }` : 'URLSearchParams Iterator {  }';
  }
}
delete Iterator_.prototype.constructor;
Object.setPrototypeOf(Iterator_.prototype, iteratorPrototype);
tag(Iterator_.prototype, 'URLSearchParams Iterator');
enumerable(Iterator_.prototype, ['next']);
enumerable(URLSearchParams.prototype, ['append', 'delete', 'get', 'getAll', 'has', 'set', 'size', 'sort', 'entries', 'forEach', 'keys', 'values', 'toString']);
tag(URLSearchParams.prototype, 'URLSearchParams');
Object.defineProperty(URLSearchParams.prototype, Symbol.iterator, { value: URLSearchParams.prototype.entries, writable: true, configurable: true });

const parts = ['href', 'origin', 'protocol', 'username', 'password', 'host', 'hostname', 'port', 'pathname', 'search'];
let recordOf, newRecord;

class URL {
  #record;
  #params;
  static {
    recordOf = (u) => {
      if (u === null || typeof u !== 'object' && typeof u !== 'function' || !(#record in u)) throw new TypeError('Receiver must be an instance of class URL');
      return u.#record;
    };
    recordOf.is = (u) => u !== null && typeof u === 'object' && #record in u;
    newRecord = (u, record) => { u.#record = record; u.#refresh(); };
  }
  constructor(input, base = undefined) {
    if (arguments.length === 0) throw missing('url');
    input = usv(input);
    if (base !== undefined) base = usv(base);
    this.#record = parse(input, base, true);
  }
  #refresh() {
    if (this.#params) setList(this.#params, binding.parseForm(binding.get(this.#record, 'search').slice(1)));
  }
  get href() { return binding.get(recordOf(this), 'href'); }
  set href(v) {
    recordOf(this);
    v = usv(v);
    const record = binding.parse(v, undefined);
    if (record === undefined) throw invalidURL(v);
    newRecord(this, record);
  }
  get origin() { return binding.get(recordOf(this), 'origin'); }
  get search() { return binding.get(recordOf(this), 'search'); }
  set search(v) {
    binding.set(recordOf(this), 'search', usv(v));
    this.#refresh();
  }
  get searchParams() {
    const record = recordOf(this);
    if (this.#params === undefined) {
      this.#params = new URLSearchParams(binding.get(record, 'search'));
      linkParams(this.#params, (text) => binding.set(this.#record, 'search', text));
    }
    return this.#params;
  }
  toString() { return binding.get(recordOf(this), 'href'); }
  toJSON() { return binding.get(recordOf(this), 'href'); }
  [inspectCustom](depth, options, inspect) {
    recordOf(this);
    if (typeof depth === 'number' && depth < 0) return this;
    const constructor = this.constructor ?? URL;
    const o = { __proto__: { constructor } };
    for (const n of parts) o[n] = this[n];
    o.searchParams = this.searchParams;
    o.hash = this.hash;
    return `${constructor.name} ${inspect(o, options)}`;
  }
  static canParse(input, base = undefined) {
    if (arguments.length === 0) throw missing('url');
    return parse(usv(input), base === undefined ? undefined : usv(base), false) !== undefined;
  }
  static parse(input, base = undefined) {
    if (arguments.length === 0) throw missing('url');
    const record = parse(usv(input), base === undefined ? undefined : usv(base), false);
    if (record === undefined) return null;
    const u = new URL('a:');
    newRecord(u, record);
    return u;
  }
  static createObjectURL(obj) { check.typeError('obj', 'an instance of Blob', obj); }
  static revokeObjectURL() {}
}
const accessors = {
  get protocol() { return binding.get(recordOf(this), 'protocol'); }, set protocol(v) { binding.set(recordOf(this), 'protocol', usv(v)); },
  get username() { return binding.get(recordOf(this), 'username'); }, set username(v) { binding.set(recordOf(this), 'username', usv(v)); },
  get password() { return binding.get(recordOf(this), 'password'); }, set password(v) { binding.set(recordOf(this), 'password', usv(v)); },
  get host() { return binding.get(recordOf(this), 'host'); }, set host(v) { binding.set(recordOf(this), 'host', usv(v)); },
  get hostname() { return binding.get(recordOf(this), 'hostname'); }, set hostname(v) { binding.set(recordOf(this), 'hostname', usv(v)); },
  get port() { return binding.get(recordOf(this), 'port'); }, set port(v) { binding.set(recordOf(this), 'port', usv(v)); },
  get pathname() { return binding.get(recordOf(this), 'pathname'); }, set pathname(v) { binding.set(recordOf(this), 'pathname', usv(v)); },
  get hash() { return binding.get(recordOf(this), 'hash'); }, set hash(v) { binding.set(recordOf(this), 'hash', usv(v)); },
};
Object.defineProperties(URL.prototype, Object.getOwnPropertyDescriptors(accessors));
enumerable(URL.prototype, ['href', 'origin', 'search', 'searchParams', 'toString', 'toJSON']);
enumerable(URL, ['canParse', 'parse', 'createObjectURL', 'revokeObjectURL']);
tag(URL.prototype, 'URL');

function parse(input, base, throwing) {
  let from;
  if (base !== undefined) {
    from = binding.parse(base, undefined);
    if (from === undefined) {
      if (throwing) throw invalidURL(input, base);
      return undefined;
    }
  }
  const record = binding.parse(input, from);
  if (record === undefined && throwing) throw invalidURL(input, base);
  return record;
}

const isURL = (v) => recordOf.is(v);
const formatURL = (u, auth, fragment, search, unicode) => binding.format(recordOf(u), auth, fragment, search, unicode);
const { domainToASCII, domainToUnicode, decodePath } = binding;

module.exports = { URL, URLSearchParams, isURL, formatURL, domainToASCII, domainToUnicode, decodePath };
