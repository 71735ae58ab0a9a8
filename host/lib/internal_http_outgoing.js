'use strict';
// Messages that are sent: OutgoingMessage, the base of responses and requests.

const callable = require('internal/callable');
const { Buffer } = require('buffer');
const Writable = require('internal/streams/writable');
const validate = require('internal/validators');
const { argumentType } = require('internal/streams/errors');

const { make } = validate;
const token = /^[\^_`a-zA-Z\-0-9!#$%&'*+.|~]+$/;
const invalidValue = /[^\t\x20-\x7e\x80-\xff]/;

function validateName(name, label = 'Header name') {
  if (typeof name !== 'string' || !name || !token.test(name)) throw make(TypeError, 'ERR_INVALID_HTTP_TOKEN', `${label} must be a valid HTTP token ["${name}"]`);
}
function validateValue(name, value) {
  if (value === undefined) throw make(TypeError, 'ERR_HTTP_INVALID_HEADER_VALUE', `Invalid value "${value}" for header "${name}"`);
  if (invalidValue.test(value)) throw make(TypeError, 'ERR_INVALID_CHAR', `Invalid character in header content ["${name}"]`);
}

const chunkType = (chunk) => argumentType('chunk', 'of type string or an instance of Buffer or Uint8Array', chunk);

let dateCache;
function utcDate() {
  const now = Date.now();
  if (!dateCache || now - dateCache.at >= 1000) {
    const at = now - now % 1000;
    dateCache = { at, text: new Date(at).toUTCString() };
  }
  return dateCache.text;
}

const hide = (o, props) => {
  for (const name of Object.keys(props)) Object.defineProperty(o, name, { value: props[name], writable: true, configurable: true });
};

function OutgoingMessage(options) {
  if (!(this instanceof OutgoingMessage)) return new OutgoingMessage(options);
  Writable.call(this, { autoDestroy: options?.autoDestroy ?? true, highWaterMark: options?.highWaterMark, decodeStrings: true });
  hide(this, { _fields: new Map(), _head: null, _waiting: null, _bodyLength: 0, _trailer: '', _keepAliveTimeout: 0 });
  this.socket = null;
  this.headersSent = false;
  this.chunkedEncoding = false;
  this.shouldKeepAlive = true;
  this.useChunkedEncodingByDefault = true;
  this.sendDate = false;
  this._hasBody = true;
  this._contentLength = null;
  this.strictContentLength = false;
  this._removed = new Set();
  hide(this, { _removed: this._removed });
  this.finished = false;
}
callable(OutgoingMessage, Writable, class extends Writable {
  get connection() { return this.socket; }
  get _headerSent() { return this.headersSent; }
  get _header() { return this._head; }

  setHeader(name, value) {
    if (this.headersSent) throw make(Error, 'ERR_HTTP_HEADERS_SENT', 'Cannot set headers after they are sent to the client');
    validateName(name);
    for (const v of Array.isArray(value) ? value : [value]) validateValue(name, v);
    this._fields.set(name.toLowerCase(), [name, value]);
    return this;
  }
  setHeaders(headers) {
    if (this.headersSent) throw make(Error, 'ERR_HTTP_HEADERS_SENT', 'Cannot set headers after they are sent to the client');
    if (!headers || Array.isArray(headers) || typeof headers.keys !== 'function' || typeof headers.get !== 'function')
      validate.typeError('headers', 'an instance of Headers or Map', headers);
    for (const [name, value] of headers) this.setHeader(name, value);
    return this;
  }
  appendHeader(name, value) {
    if (this.headersSent) throw make(Error, 'ERR_HTTP_HEADERS_SENT', 'Cannot append headers after they are sent to the client');
    validateName(name);
    for (const v of Array.isArray(value) ? value : [value]) validateValue(name, v);
    const old = this._fields.get(name.toLowerCase());
    this._fields.set(name.toLowerCase(), old === undefined ? [name, value] : [old[0], [].concat(old[1], value)]);
    return this;
  }
  getHeader(name) {
    validate.string(name, 'name');
    return this._fields.get(name.toLowerCase())?.[1];
  }
  hasHeader(name) {
    validate.string(name, 'name');
    return this._fields.has(name.toLowerCase());
  }
  removeHeader(name) {
    validate.string(name, 'name');
    if (this.headersSent) throw make(Error, 'ERR_HTTP_HEADERS_SENT', 'Cannot remove headers after they are sent to the client');
    this._fields.delete(name.toLowerCase());
    this._removed.add(name.toLowerCase());
  }
  getHeaderNames() { return [...this._fields.keys()]; }
  getRawHeaderNames() { return [...this._fields.values()].map((f) => f[0]); }
  getHeaders() {
    const out = Object.create(null);
    for (const [key, [, value]] of this._fields) out[key] = value;
    return out;
  }
  addTrailers(headers) {
    for (const [name, value] of Array.isArray(headers) ? headers : Object.entries(headers)) {
      validateName(name, 'Trailer name');
      if (invalidValue.test(value)) throw make(TypeError, 'ERR_INVALID_CHAR', `Invalid character in trailer content ["${name}"]`);
      this._trailer += `${name}: ${value}\r\n`;
    }
  }
  setTimeout(ms, callback) {
    if (callback) this.on('timeout', callback);
    if (this.socket) this.socket.setTimeout(ms);
    else this.once('socket', (socket) => socket.setTimeout(ms));
    return this;
  }
  flushHeaders() {
    if (!this._head) this._implicitHeader();
    if (!this._headWritten) this._raw(Buffer.alloc(0), () => {});
  }

  // _store makes the text of the head, with the headers that nobody has set.
  _store(first, fields) {
    let head = first;
    const seen = new Set();
    for (const [name, value] of fields) {
      const key = name.toLowerCase();
      seen.add(key);
      if (Array.isArray(value) && key === 'cookie') head += `${name}: ${value.join('; ')}\r\n`;
      else for (const v of Array.isArray(value) ? value : [value]) head += `${name}: ${v}\r\n`;
      if (key === 'connection' && /(?:^|\W)close(?:$|\W)/i.test(value)) {
        this._last = true;
        this.shouldKeepAlive = false;
      }
      if (key === 'transfer-encoding' && /(?:^|\W)chunked(?:$|\W)/i.test(value)) this.chunkedEncoding = true;
    }
    if (this.sendDate && !seen.has('date')) head += `Date: ${utcDate()}\r\n`;
    if (this._noBodyStatus) this.chunkedEncoding = false;
    if (!seen.has('connection') && !this._removed.has('connection')) {
      const sized = seen.has('content-length') || this.useChunkedEncodingByDefault || this.agent;
      if (this.shouldKeepAlive && sized && !this._last) {
        head += 'Connection: keep-alive\r\n';
        if (this._keepAliveTimeout) head += `Keep-Alive: timeout=${Math.floor(this._keepAliveTimeout / 1000)}\r\n`;
      } else {
        this._last = true;
        head += 'Connection: close\r\n';
      }
    }
    if (!seen.has('content-length') && !seen.has('transfer-encoding')) {
      if (!this._hasBody) this.chunkedEncoding = false;
      else if (!this.useChunkedEncodingByDefault) this._last = true;
      else if (!this._removed.has('content-length') && typeof this._contentLength === 'number') head += `Content-Length: ${this._contentLength}\r\n`;
      else if (!this._removed.has('transfer-encoding')) {
        head += 'Transfer-Encoding: chunked\r\n';
        this.chunkedEncoding = true;
      } else this._last = true;
    }
    this._head = `${head}\r\n`;
    this.headersSent = true;
  }
  // _raw writes bytes to the socket, the head first.
  _raw(data, cb) {
    if (!this._headWritten) {
      this._headWritten = true;
      data = Buffer.concat([Buffer.from(this._head, 'latin1'), data]);
    }
    if (this.socket) this.socket.write(data, cb);
    else this._waiting = { data: this._waiting ? Buffer.concat([this._waiting.data, data]) : data, cb: this._waiting ? joined(this._waiting.cb, cb) : cb };
  }
  // _assign gives the message its socket.
  _assign(socket) {
    this.socket = socket;
    const w = this._waiting;
    this._waiting = null;
    if (w) socket.write(w.data, w.cb);
    this.emit('socket', socket);
  }
  _frame(chunk) {
    if (!this._hasBody) return Buffer.alloc(0);
    if (!this.chunkedEncoding) return chunk;
    if (chunk.length === 0) return chunk;
    return Buffer.concat([Buffer.from(`${chunk.length.toString(16)}\r\n`), chunk, Buffer.from('\r\n')]);
  }
  _write(chunk, encoding, cb) {
    this._bodyLength += chunk.length;
    this._raw(this._frame(chunk), cb);
  }
  _writev(chunks, cb) {
    this._bodyLength += chunks.reduce((n, c) => n + c.chunk.length, 0);
    this._raw(Buffer.concat(chunks.map((c) => this._frame(c.chunk))), cb);
  }
  _final(cb) {
    const end = this.chunkedEncoding && this._hasBody ? Buffer.from(`0\r\n${this._trailer}\r\n`, 'latin1') : Buffer.alloc(0);
    if (end.length === 0 && this._headWritten) {
      cb();
      this._done();
    } else {
      this._raw(end, (err) => {
        cb(err);
        if (!err) this._done();
      });
    }
  }
  _done() {}
  write(chunk, encoding, cb) {
    if (chunk !== null && typeof chunk !== 'string' && !ArrayBuffer.isView(chunk)) throw chunkType(chunk);
    if (!this._head && !this.destroyed && !this.writableEnded) this._implicitHeader();
    return super.write(chunk, encoding, cb);
  }
  end(chunk, encoding, cb) {
    if (typeof chunk === 'function') [chunk, encoding, cb] = [null, null, chunk];
    else if (typeof encoding === 'function') [encoding, cb] = [null, encoding];
    if (!this._head && !this.destroyed) {
      if (chunk !== null && chunk !== undefined) {
        if (typeof chunk !== 'string' && !ArrayBuffer.isView(chunk)) throw chunkType(chunk);
        this._contentLength = typeof chunk === 'string' ? Buffer.byteLength(chunk, encoding ?? 'utf8') : chunk.byteLength;
      } else {
        this._contentLength = 0;
      }
      this._implicitHeader();
    }
    this.finished = true;
    if (typeof cb === 'function' && !this.writableEnded && !this.destroyed) {
      this.once('finish', cb);
      cb = undefined;
    }
    return super.end(chunk, encoding, cb);
  }
});
hide(OutgoingMessage.prototype, { _last: false, _noBodyStatus: false, _headWritten: false });

const joined = (a, b) => (err) => {
  a(err);
  b(err);
};

module.exports = { OutgoingMessage, validateName, validateValue, hide };
