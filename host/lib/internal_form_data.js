'use strict';
// FormData, and its two forms on the wire.

const { Buffer } = require('buffer');
const { enumerable, tag } = require('internal/event_target');

const isBlob = (v) => v instanceof Blob;
const usv = (v) => `${v}`.toWellFormed();

// toEntry makes what is kept: a text, or a File.
function toEntry(args, method) {
  const [name, value, filename] = args;
  if (args.length < 2) throw new TypeError(`FormData.${method}: 2 arguments required, but only ${args.length} present.`);
  if (args.length === 3 && !isBlob(value)) throw new TypeError(`Failed to execute '${method}' on 'FormData': parameter 2 is not of type 'Blob'`);
  if (!isBlob(value)) return [usv(name), usv(value)];
  if (value instanceof File && filename === undefined) return [usv(name), value];
  return [usv(name), new File([value], filename === undefined ? 'blob' : usv(filename), { type: value.type, lastModified: value.lastModified })];
}

class FormData {
  #list = [];

  constructor(form) {
    if (form !== undefined) throw new TypeError("Failed to construct 'FormData': Argument 1 is not of type HTMLFormElement.");
  }
  append(...args) { this.#list.push(toEntry(args, 'append')); }
  set(...args) {
    const entry = toEntry(args, 'set');
    const at = this.#list.findIndex(([n]) => n === entry[0]);
    if (at < 0) {
      this.#list.push(entry);
      return;
    }
    this.#list = this.#list.filter(([n], i) => i === at || n !== entry[0]);
    this.#list[at] = entry;
  }
  delete(name) {
    name = usv(name);
    this.#list = this.#list.filter(([n]) => n !== name);
  }
  get(name) {
    name = usv(name);
    return this.#list.find(([n]) => n === name)?.[1] ?? null;
  }
  getAll(name) {
    name = usv(name);
    return this.#list.filter(([n]) => n === name).map((e) => e[1]);
  }
  has(name) {
    name = usv(name);
    return this.#list.some(([n]) => n === name);
  }
  *entries() { for (const [n, v] of this.#list) yield [n, v]; }
  *keys() { for (const [n] of this.#list) yield n; }
  *values() { for (const [, v] of this.#list) yield v; }
  forEach(callback, thisArg) {
    if (typeof callback !== 'function') throw new TypeError("Failed to execute 'forEach' on 'FormData': parameter 1 is not of type 'Function'.");
    for (const [n, v] of this.#list) Reflect.apply(callback, thisArg, [v, n, this]);
  }
  [Symbol.for('nodejs.util.inspect.custom')](depth, options, inspect) {
    const state = {};
    for (const [n, v] of this.#list) state[n] = n in state ? [].concat(state[n], v) : v;
    return `FormData ${inspect(state, options)}`;
  }
}
Object.defineProperty(FormData.prototype, Symbol.iterator, { value: FormData.prototype.entries, writable: true, configurable: true });
enumerable(FormData.prototype, ['append', 'set', 'delete', 'get', 'getAll', 'has', 'entries', 'keys', 'values', 'forEach']);
tag(FormData.prototype, 'FormData');

const escape = (s) => s.replace(/\n/g, '%0A').replace(/\r/g, '%0D').replace(/"/g, '%22');
const newlines = (s) => s.replace(/\r?\n|\r/g, '\r\n');

// encode gives the parts of a multipart body and its type.
async function* encode(form, boundary) {
  for (const [name, value] of form) {
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="${escape(newlines(name))}"`;
    if (typeof value === 'string') {
      yield Buffer.from(`${head}\r\n\r\n${newlines(value)}\r\n`);
    } else {
      yield Buffer.from(`${head}; filename="${escape(value.name)}"\r\nContent-Type: ${value.type || 'application/octet-stream'}\r\n\r\n`);
      yield Buffer.from(await value.arrayBuffer());
      yield Buffer.from('\r\n');
    }
  }
  yield Buffer.from(`--${boundary}--\r\n`);
}

const newBoundary = () => `----formdata-burrow-0${`${Math.floor(Math.random() * 1e11)}`.padStart(11, '0')}`;
const failed = () => new TypeError('Failed to parse body as FormData.');

// decode reads a multipart body.
function decode(bytes, type) {
  const boundary = /;\s*boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(type);
  if (!boundary) throw failed();
  const form = new FormData();
  const mark = Buffer.from(`\r\n--${boundary[1] ?? boundary[2]}`);
  const text = Buffer.concat([Buffer.from('\r\n'), bytes]);
  let at = text.indexOf(mark);
  if (at < 0) throw failed();
  for (;;) {
    at += mark.length;
    if (text[at] === 45 && text[at + 1] === 45) return form;
    const head = text.indexOf('\r\n\r\n', at);
    const end = head < 0 ? -1 : text.indexOf(mark, head + 2);
    if (end < 0) throw failed();
    const headers = new Map(text.toString('utf8', at + 2, head).split('\r\n').map((l) => [l.slice(0, l.indexOf(':')).trim().toLowerCase(), l.slice(l.indexOf(':') + 1).trim()]));
    const disposition = headers.get('content-disposition') ?? '';
    const part = (name) => new RegExp(`;\\s*${name}="([^"]*)"`, 'i').exec(disposition)?.[1].replace(/%0A/gi, '\n').replace(/%0D/gi, '\r').replace(/%22/g, '"');
    const name = part('name');
    if (name === undefined) throw failed();
    const filename = part('filename');
    const body = text.subarray(head + 4, Math.max(head + 4, end));
    if (filename === undefined) form.append(name, body.toString());
    else form.append(name, new File([body], filename, { type: headers.get('content-type') ?? 'text/plain' }));
    at = end;
  }
}

module.exports = { FormData, encode, decode, newBoundary };
