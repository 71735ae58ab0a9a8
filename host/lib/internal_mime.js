'use strict';
// MIMEType and MIMEParams of node:util.

const check = require('internal/validators');

const notToken = /[^!#$%&'*+\-.^_`|~A-Za-z0-9]/;
const notQuoted = /[^\t\u0020-\u007e\u0080-\u00ff]/;
const space = '[\\r\\n\\t ]';
const trimStart = (s) => s.replace(new RegExp(`^${space}+`), '');
const trimEnd = (s) => s.replace(/[\r\n\t ]+$/, '');

const invalid = (what, text, at) => check.fail(TypeError, 'ERR_INVALID_MIME_SYNTAX',
  `The MIME syntax for a ${what} in ${JSON.stringify(text)} is invalid${at >= 0 ? ` at ${at}` : ''}`);

const lower = (s) => s.replace(/[A-Z]+/g, (u) => u.toLowerCase());
const quote = (v) => v === '' || notToken.test(v) ? `"${v.replace(/["\\]/g, '\\$&')}"` : v;

function parseParams(params, text) {
  let at = 0;
  while (at < text.length) {
    at += text.length - at - trimStart(text.slice(at)).length;
    let end = text.slice(at).search(/[;=]/);
    end = end < 0 ? text.length : at + end;
    const name = lower(text.slice(at, end));
    at = end;
    if (at >= text.length) return;
    if (text[at++] === ';') continue;
    let value;
    if (text[at] === '"') {
      value = '';
      at++;
      while (at < text.length && text[at] !== '"') {
        if (text[at] === '\\' && at + 1 < text.length) at++;
        value += text[at++];
      }
      at++;
      const next = text.indexOf(';', at);
      at = next < 0 ? text.length : next + 1;
    } else {
      const next = text.indexOf(';', at);
      value = trimEnd(text.slice(at, next < 0 ? text.length : next));
      at = next < 0 ? text.length : next + 1;
      if (value === '') continue;
    }
    if (name !== '' && !notToken.test(name) && !notQuoted.test(value) && !params.has(name)) params.set(name, value);
  }
}

class MIMEParams {
  #data = new Map();

  delete(name) { this.#data.delete(name); }
  get(name) { return this.#data.has(name) ? this.#data.get(name) : null; }
  has(name) { return this.#data.has(name); }
  set(name, value) {
    name = `${name}`;
    value = `${value}`;
    if (name === '' || notToken.test(name)) invalid('parameter name', name, name.search(notToken));
    if (notQuoted.test(value)) invalid('parameter value', value, value.search(notQuoted));
    this.#data.set(name, value);
  }
  *entries() { yield* this.#data.entries(); }
  *keys() { yield* this.#data.keys(); }
  *values() { yield* this.#data.values(); }
  toString() { return [...this.#data].map(([n, v]) => `${n}=${quote(v)}`).join(';'); }
}
Object.defineProperty(MIMEParams.prototype, Symbol.iterator, { value: MIMEParams.prototype.entries, writable: true, configurable: true });
Object.defineProperty(MIMEParams.prototype, 'toJSON', { value: MIMEParams.prototype.toString, writable: true, configurable: true });

class MIMEType {
  #type;
  #subtype;
  #params = new MIMEParams();

  constructor(text) {
    text = `${text}`;
    const start = trimStart(text);
    const slash = start.indexOf('/');
    const type = slash < 0 ? start : start.slice(0, slash);
    if (slash < 0 || type === '' || notToken.test(type)) invalid('type', text, slash < 0 ? -1 : text.length - start.length + type.search(notToken));
    const semicolon = start.indexOf(';', slash);
    const subtype = trimEnd(start.slice(slash + 1, semicolon < 0 ? start.length : semicolon));
    if (subtype === '' || notToken.test(subtype)) invalid('subtype', text, subtype === '' ? -1 : text.length - start.length + slash + 1 + subtype.search(notToken));
    this.#type = lower(type);
    this.#subtype = lower(subtype);
    if (semicolon >= 0) parseParams(this.#params, start.slice(semicolon + 1));
  }
  get type() { return this.#type; }
  set type(v) {
    v = `${v}`;
    if (v === '' || notToken.test(v)) invalid('type', v, v.search(notToken));
    this.#type = lower(v);
  }
  get subtype() { return this.#subtype; }
  set subtype(v) {
    v = `${v}`;
    if (v === '' || notToken.test(v)) invalid('subtype', v, v.search(notToken));
    this.#subtype = lower(v);
  }
  get essence() { return `${this.#type}/${this.#subtype}`; }
  get params() { return this.#params; }
  toString() {
    const params = this.#params.toString();
    return params === '' ? this.essence : `${this.essence};${params}`;
  }
}
Object.defineProperty(MIMEType.prototype, 'toJSON', { value: MIMEType.prototype.toString, writable: true, configurable: true });

module.exports = { MIMEParams, MIMEType };
