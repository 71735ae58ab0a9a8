'use strict';
// fetch, Headers, Request and Response, over node:http.
// https://fetch.spec.whatwg.org/

const { FormData, encode, decode, newBoundary } = require('internal/form/data');
const { Buffer } = require('buffer');
const { ReadableStream, isDisturbed } = require('internal/webstreams');
const { Readable } = require('stream');

const token = /^[\^_`a-zA-Z\-0-9!#$%&'*+.|~]+$/;
const trim = (s) => s.replace(/^[\t\n\r ]+|[\t\n\r ]+$/g, '');
const kGuard = Symbol('kGuard');

class Headers {
  #map = new Map(); // lower-case name to [name, values]
  #immutable = false;

  constructor(init) {
    if (init === undefined) return;
    if (init === null || typeof init !== 'object') throw new TypeError("Headers constructor: init given as an invalid value");
    if (typeof init[Symbol.iterator] === 'function') {
      for (const pair of init) {
        const list = [...pair];
        if (list.length !== 2) throw new TypeError('Headers constructor: expected name/value pair to be length 2, found ' + list.length + '.');
        this.append(list[0], list[1]);
      }
    } else {
      for (const name of Reflect.ownKeys(init)) if (typeof name === 'string') this.append(name, init[name]);
    }
  }
  [kGuard]() {
    this.#immutable = true;
    return this;
  }
  #check(method, name, value) {
    name = `${name}`;
    if (!token.test(name)) throw new TypeError(`Headers.${method}: ${name} is an invalid header name.`);
    if (value !== undefined && (/[\0\r\n]/.test(value) || /[^\0-\xff]/.test(value))) throw new TypeError(`Headers.${method}: ${value} is an invalid header value.`);
    if (this.#immutable && value !== null && method !== 'get' && method !== 'has') throw new TypeError('immutable');
    return name.toLowerCase();
  }
  append(name, value) {
    value = trim(`${value}`);
    const key = this.#check('append', name, value);
    const old = this.#map.get(key);
    if (old) old.push(value);
    else this.#map.set(key, [value]);
  }
  delete(name) { this.#map.delete(this.#check('delete', name)); }
  get(name) { return this.#map.get(this.#check('get', name))?.join(', ') ?? null; }
  getSetCookie() { return this.#map.get('set-cookie')?.slice() ?? []; }
  has(name) { return this.#map.has(this.#check('has', name)); }
  set(name, value) {
    value = trim(`${value}`);
    this.#map.set(this.#check('set', name, value), [value]);
  }
  forEach(callback, thisArg) {
    if (typeof callback !== 'function') throw new TypeError("Failed to execute 'forEach' on 'Headers': parameter 1 is not of type 'Function'.");
    for (const [name, value] of this) Reflect.apply(callback, thisArg, [value, name, this]);
  }
  *entries() {
    for (const key of [...this.#map.keys()].sort()) {
      const values = this.#map.get(key);
      if (key === 'set-cookie') for (const v of values) yield [key, v];
      else yield [key, values.join(', ')];
    }
  }
  *keys() { for (const [name] of this) yield name; }
  *values() { for (const [, value] of this) yield value; }
  [Symbol.for('nodejs.util.inspect.custom')](depth, options, inspect) {
    return `Headers ${inspect(Object.fromEntries(this), options)}`;
  }
}
Headers.prototype[Symbol.iterator] = Headers.prototype.entries;

// extract makes a stream and a type of what may be a body.
function extract(body) {
  if (body === null || body === undefined) return { stream: null, type: null, source: null };
  if (body instanceof ReadableStream) {
    if (body.locked || isDisturbed(body)) throw new TypeError('Response body object should not be disturbed or locked');
    return { stream: body, type: null, source: null };
  }
  let bytes;
  let type = null;
  if (body instanceof URLSearchParams) {
    bytes = Buffer.from(body.toString());
    type = 'application/x-www-form-urlencoded;charset=UTF-8';
  } else if (body instanceof FormData) {
    const boundary = newBoundary();
    return { stream: ReadableStream.from(encode(body, boundary)), type: `multipart/form-data; boundary=${boundary}`, source: null };
  } else if (typeof Blob === 'function' && body instanceof Blob) {
    return { stream: body.stream(), type: body.type || null, source: null, length: body.size };
  } else if (ArrayBuffer.isView(body)) {
    bytes = Uint8Array.prototype.slice.call(new Uint8Array(body.buffer, body.byteOffset, body.byteLength));
  } else if (body instanceof ArrayBuffer) {
    bytes = new Uint8Array(body.slice(0));
  } else if (typeof body === 'object' && typeof body[Symbol.asyncIterator] === 'function') {
    return { stream: ReadableStream.from(body), type: null, source: null };
  } else {
    bytes = Buffer.from(`${body}`);
    type = 'text/plain;charset=UTF-8';
  }
  const stream = new ReadableStream({
    type: 'bytes',
    pull(controller) {
      if (bytes.length > 0) controller.enqueue(new Uint8Array(bytes));
      controller.close();
    },
  });
  return { stream, type, source: bytes, length: bytes.length };
}

class Body {
  _body = { stream: null, type: null, source: null };

  constructor() { Object.defineProperty(this, '_body', { enumerable: false }); }
  get body() { return this._body.stream; }
  get bodyUsed() { return this._body.stream !== null && isDisturbed(this._body.stream); }
  async #all() {
    const { stream } = this._body;
    if (stream === null) return Buffer.alloc(0);
    if (stream.locked || isDisturbed(stream)) throw new TypeError('Body is unusable: Body has already been read');
    const parts = [];
    for await (const chunk of stream) {
      if (!ArrayBuffer.isView(chunk)) throw new TypeError('Received non-Uint8Array chunk');
      parts.push(chunk);
    }
    return Buffer.concat(parts);
  }
  async arrayBuffer() { return Uint8Array.from(await this.#all()).buffer; }
  async bytes() { return Uint8Array.from(await this.#all()); }
  async text() { return new TextDecoder().decode(await this.#all()); }
  async json() { return JSON.parse(await this.text()); }
  async blob() { return new Blob([await this.#all()], { type: this.headers.get('content-type') ?? '' }); }
  async formData() {
    const type = this.headers.get('content-type') ?? '';
    if (/^multipart\/form-data/i.test(type)) return decode(await this.#all(), type);
    if (!/^application\/x-www-form-urlencoded/i.test(type)) throw new TypeError('Content-Type was not one of "multipart/form-data" or "application/x-www-form-urlencoded".');
    const form = new FormData();
    for (const [name, value] of new URLSearchParams(await this.text())) form.append(name, value);
    return form;
  }
}

// clone gives a body twice.
function cloneBody(from) {
  if (from.bodyUsed || from.body?.locked) throw new TypeError(`${from.constructor.name}.clone: Body has already been consumed.`);
  if (from.body === null) return { ...from._body };
  const [a, b] = from.body.tee();
  from._body = { ...from._body, stream: a };
  return { ...from._body, stream: b };
}

class Response extends Body {
  #init;
  constructor(body = null, init = {}) {
    super();
    const status = init.status === undefined ? 200 : Number(init.status) & 0xFFFF;
    if (status < 200 || status > 599) throw new RangeError('init["status"] must be in the range of 200 to 599, inclusive.');
    const statusText = init.statusText === undefined ? '' : `${init.statusText}`;
    if (/[^\t\x20-\x7e\x80-\xff]/.test(statusText)) throw new TypeError('Invalid statusText');
    this.#init = { status, statusText, headers: new Headers(init.headers), type: 'default', url: '', redirected: false };
    if (body !== null && body !== undefined) {
      if ([204, 205, 304].includes(status)) throw new TypeError(`Response constructor: Invalid response status code ${status}`);
      this._body = extract(body);
      if (this._body.type && !this.headers.has('content-type')) this.headers.append('content-type', this._body.type);
    }
  }
  static error() {
    const r = new Response();
    r.#init.type = 'error';
    r.#init.status = 0;
    return r;
  }
  static json(data, init = {}) {
    const text = JSON.stringify(data);
    if (text === undefined) throw new TypeError('Value is not JSON serializable');
    const headers = new Headers(init.headers);
    if (!headers.has('content-type')) headers.set('content-type', 'application/json');
    return new Response(text, { ...init, headers });
  }
  static redirect(url, status = 302) {
    const target = new URL(`${url}`);
    if (![301, 302, 303, 307, 308].includes(status)) throw new RangeError(`Invalid status code ${status}`);
    const r = new Response(null, { headers: { location: target.href } });
    r.#init.status = status;
    return r;
  }
  // _received makes the response of a fetch.
  static _received(stream, init) {
    const r = new Response();
    Object.assign(r.#init, init);
    r._body = { stream, type: null, source: null };
    return r;
  }
  get type() { return this.#init.type; }
  get url() { return this.#init.url; }
  get redirected() { return this.#init.redirected; }
  get status() { return this.#init.status; }
  get ok() { return this.status >= 200 && this.status <= 299; }
  get statusText() { return this.#init.statusText; }
  get headers() { return this.#init.headers; }
  clone() {
    const r = new Response();
    r.#init = { ...this.#init, headers: new Headers(this.headers) };
    r._body = cloneBody(this);
    return r;
  }
}

const methods = ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'POST', 'PUT'];

class Request extends Body {
  #init;
  constructor(input, init = {}) {
    super();
    let from = {};
    if (input instanceof Request) {
      from = input.#init;
    } else {
      let url;
      try {
        url = new URL(`${input}`);
      } catch (e) {
        throw new TypeError(`Failed to parse URL from ${input}`, { cause: e });
      }
      if (url.username || url.password) throw new TypeError(`Request cannot be constructed from a URL that includes credentials: ${input}`);
      from = { url: url.href };
    }
    let method = init.method === undefined ? from.method ?? 'GET' : `${init.method}`;
    if (!token.test(method)) throw new TypeError(`'${method}' is not a valid HTTP method.`);
    if (/^(?:connect|trace|track)$/i.test(method)) throw new TypeError(`'${method}' HTTP method is unsupported.`);
    if (methods.includes(method.toUpperCase())) method = method.toUpperCase();
    this.#init = {
      url: from.url, method, headers: new Headers(init.headers ?? from.headers), redirect: init.redirect ?? from.redirect ?? 'follow',
      signal: init.signal === undefined ? from.signal : init.signal ?? undefined, keepalive: !!(init.keepalive ?? from.keepalive),
      mode: init.mode ?? from.mode ?? 'cors', credentials: init.credentials ?? from.credentials ?? 'same-origin', cache: init.cache ?? from.cache ?? 'default',
      referrerPolicy: init.referrerPolicy ?? '', integrity: init.integrity ?? '',
    };
    if (!['follow', 'manual', 'error'].includes(this.#init.redirect)) throw new TypeError(`Request constructor: ${init.redirect} is not an accepted type. Expected one of follow, manual, error.`);
    const body = init.body ?? null;
    if ((body !== null || (input instanceof Request && input.body)) && (method === 'GET' || method === 'HEAD')) throw new TypeError('Request with GET/HEAD method cannot have body.');
    if (body !== null) {
      if (body instanceof ReadableStream && init.duplex !== 'half') throw new TypeError('RequestInit: duplex option is required when sending a body.');
      this._body = extract(body);
      if (this._body.type && !this.headers.has('content-type')) this.headers.append('content-type', this._body.type);
    } else if (input instanceof Request && input.body) {
      if (input.bodyUsed) throw new TypeError('Cannot construct a Request with a Request object that has already been used.');
      this._body = input._body;
    }
  }
  get method() { return this.#init.method; }
  get url() { return this.#init.url; }
  get headers() { return this.#init.headers; }
  get redirect() { return this.#init.redirect; }
  get mode() { return this.#init.mode; }
  get credentials() { return this.#init.credentials; }
  get cache() { return this.#init.cache; }
  get referrer() { return 'about:client'; }
  get referrerPolicy() { return this.#init.referrerPolicy; }
  get integrity() { return this.#init.integrity; }
  get keepalive() { return this.#init.keepalive; }
  get destination() { return ''; }
  get duplex() { return 'half'; }
  get signal() { return this.#init.signal ??= new AbortController().signal; }
  get _signal() { return this.#init.signal; }
  clone() {
    const r = new Request(this.url, { ...this.#init, headers: this.headers });
    r._body = cloneBody(this);
    return r;
  }
}

const failed = (cause) => new TypeError('fetch failed', { cause });

async function fetch(input, init = undefined) {
  const request = new Request(input, init);
  const signal = request._signal;
  signal?.throwIfAborted();
  let { url, method } = request;
  let { source, stream, length } = request._body;
  const headers = new Headers(request.headers);
  for (let hops = 0; ; hops++) {
    const target = new URL(url);
    if (target.protocol === 'data:') return dataResponse(target);
    if (target.protocol === 'blob:' || (target.protocol !== 'http:' && target.protocol !== 'https:')) throw failed(new Error('unknown scheme'));
    const res = await send(target, method, headers, { source, stream, length }, signal);
    const { location } = res.headers;
    if (![301, 302, 303, 307, 308].includes(res.statusCode) || location === undefined || request.redirect === 'manual')
      return received(res, url, hops > 0, signal, method);
    if (request.redirect === 'error') {
      res.destroy();
      throw failed(new Error('unexpected redirect'));
    }
    if (hops === 20) throw failed(new Error('redirect count exceeded'));
    res.resume();
    const next = new URL(location, url);
    if (res.statusCode === 303 ? method !== 'GET' && method !== 'HEAD' : (res.statusCode === 301 || res.statusCode === 302) && method === 'POST') {
      method = 'GET';
      source = stream = null;
      for (const name of ['content-encoding', 'content-language', 'content-location', 'content-type', 'content-length']) headers.delete(name);
    } else if (stream && !source) {
      throw failed(new Error('the body cannot be sent again'));
    }
    if (next.origin !== target.origin) for (const name of ['authorization', 'proxy-authorization', 'cookie', 'host']) headers.delete(name);
    url = next.href;
  }
}

function send(url, method, headers, body, signal) {
  return new Promise((resolve, reject) => {
    const fields = {};
    for (const name of headers.keys()) fields[name] = name === 'set-cookie' ? headers.getSetCookie() : headers.get(name);
    fields.accept ??= '*/*';
    fields['accept-language'] ??= '*';
    fields['sec-fetch-mode'] ??= 'cors';
    fields['user-agent'] ??= 'node';
    fields['accept-encoding'] ??= 'gzip, deflate';
    if (body.source) fields['content-length'] = String(body.length);
    else if (!body.stream && (method === 'POST' || method === 'PUT')) fields['content-length'] = '0';
    const req = require(url.protocol === 'https:' ? 'https' : 'http').request(url, { method, headers: fields });
    const onAbort = () => {
      reject(signal.reason);
      req.destroy();
    };
    signal?.addEventListener('abort', onAbort, { once: true });
    req.on('response', resolve);
    req.on('error', (e) => {
      signal?.removeEventListener('abort', onAbort);
      reject(signal?.aborted ? signal.reason : failed(e));
    });
    req.on('close', () => signal?.removeEventListener('abort', onAbort));
    if (body.source) req.end(body.source);
    else if (body.stream) Readable.fromWeb(body.stream).on('error', (e) => req.destroy(e)).pipe(req);
    else req.end();
  });
}

function received(res, url, redirected, signal, method) {
  const headers = new Headers();
  for (let i = 0; i + 1 < res.rawHeaders.length; i += 2) headers.append(res.rawHeaders[i], res.rawHeaders[i + 1]);
  let body = res;
  for (const coding of (res.headers['content-encoding'] ?? '').split(',').map((s) => s.trim().toLowerCase()).reverse()) {
    const Class = { gzip: 'createGunzip', 'x-gzip': 'createGunzip', deflate: 'createInflate' }[coding];
    if (Class) body = body.on('error', (e) => body.destroy(e)).pipe(require('zlib')[Class]());
  }
  let stream = null;
  if (method !== 'HEAD' && ![204, 205, 304].includes(res.statusCode)) {
    stream = new ReadableStream({
      type: 'bytes',
      start(controller) {
        body.on('data', (d) => {
          controller.enqueue(new Uint8Array(d.buffer, d.byteOffset, d.byteLength));
          if (controller.desiredSize <= 0) body.pause();
        });
        body.on('end', () => controller.close());
        body.on('error', (e) => controller.error(signal?.aborted ? signal.reason : new TypeError('terminated', { cause: e })));
        signal?.addEventListener('abort', () => {
          controller.error(signal.reason);
          res.destroy();
        }, { once: true });
        body.pause();
      },
      pull() { body.resume(); },
      cancel() { res.destroy(); },
    });
  } else {
    res.resume();
  }
  return Response._received(stream, { status: res.statusCode, statusText: res.statusMessage, headers: headers[kGuard](), type: 'basic', url, redirected });
}

function dataResponse(url) {
  const found = /^data:([^,]*?)(;base64)?,(.*)$/s.exec(url.href.replace(/#.*$/s, ''));
  if (!found) throw failed(new Error('invalid data URL'));
  const text = unescape(found[3]);
  const bytes = found[2] ? Buffer.from(text, 'base64') : Buffer.from(text, 'latin1');
  const { stream } = extract(bytes);
  return Response._received(stream, { status: 200, statusText: 'OK', headers: new Headers({ 'content-type': found[1] || 'text/plain;charset=US-ASCII' })[kGuard](), type: 'basic', url: url.href });
}

for (const Class of [Headers, Request, Response]) {
  Object.defineProperty(Class.prototype, Symbol.toStringTag, { value: Class.name, configurable: true });
  for (const name of Object.getOwnPropertyNames(Class.prototype))
    if (name !== 'constructor' && name[0] !== '_') Object.defineProperty(Class.prototype, name, { enumerable: true });
}

module.exports = { fetch, Headers, Request, Response };
