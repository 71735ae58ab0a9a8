'use strict';
// Messages of HTTP/1.1 as they arrive: heads, bodies of known length, in chunks,
// or until the end of the connection.

const callable = require('internal/callable');
const { Buffer } = require('buffer');
const Readable = require('internal/streams/readable');
const { make } = require('internal/validators');

const maxHeaderSize = 16 * 1024;
const single = new Set(['age', 'authorization', 'content-length', 'content-type', 'etag', 'expires', 'from', 'host', 'if-modified-since',
  'if-unmodified-since', 'last-modified', 'location', 'max-forwards', 'proxy-authorization', 'referer', 'retry-after', 'server', 'user-agent']);

// collect makes the object of headers from the list of names and values.
function collect(raw) {
  const headers = {};
  for (let i = 0; i + 1 < raw.length; i += 2) {
    const name = raw[i].toLowerCase();
    const value = raw[i + 1];
    if (name === 'set-cookie') {
      if (headers[name] === undefined) headers[name] = [value];
      else headers[name].push(value);
    } else if (headers[name] === undefined) {
      headers[name] = value;
    } else if (!single.has(name)) {
      headers[name] += `${name === 'cookie' ? '; ' : ', '}${value}`;
    }
  }
  return headers;
}

function distinct(raw) {
  const headers = {};
  for (let i = 0; i + 1 < raw.length; i += 2) (headers[raw[i].toLowerCase()] ??= []).push(raw[i + 1]);
  return headers;
}

const kHeaders = Symbol('kHeaders');
const kTrailers = Symbol('kTrailers');

function IncomingMessage(socket) {
  if (!(this instanceof IncomingMessage)) return new IncomingMessage(socket);
  Readable.call(this, { autoDestroy: true, highWaterMark: socket?.readableHighWaterMark });
  this.socket = socket;
  this.httpVersionMajor = null;
  this.httpVersionMinor = null;
  this.httpVersion = null;
  this.complete = false;
  this.rawHeaders = [];
  this.rawTrailers = [];
  this.joinDuplicateHeaders = false;
  this.aborted = false;
  this.upgrade = null;
  this.url = '';
  this.method = null;
  this.statusCode = null;
  this.statusMessage = null;
  this.client = socket;
  for (const name of [kHeaders, kTrailers]) Object.defineProperty(this, name, { value: undefined, writable: true });
  Object.defineProperty(this, 'parser', { value: null, writable: true });
}
callable(IncomingMessage, Readable, class extends Readable {
  get connection() { return this.socket; }
  set connection(socket) { this.socket = socket; }
  get headers() { return this[kHeaders] ??= collect(this.rawHeaders); }
  set headers(v) { this[kHeaders] = v; }
  get headersDistinct() { return distinct(this.rawHeaders); }
  get trailers() { return this[kTrailers] ??= collect(this.rawTrailers); }
  set trailers(v) { this[kTrailers] = v; }
  get trailersDistinct() { return distinct(this.rawTrailers); }
  setTimeout(ms, callback) {
    if (callback) this.on('timeout', callback);
    this.socket.setTimeout(ms);
    return this;
  }
  _read() { this.parser?.want(); }
  _destroy(err, cb) {
    if (!this.readableEnded || !this.complete) {
      this.aborted = true;
      this.emit('aborted');
    }
    // A body that is not wanted ends the connection.
    if (this.socket && !this.socket.destroyed && this.aborted && !this.upgrade) this.socket.destroy(err ?? undefined);
    if (!err && this.aborted && !this.complete && this.closedByPeer) err = hangUp('aborted');
    process.nextTick(() => {
      // An error that nobody listens for is not one of the program.
      cb(err && this.listenerCount('error') > 0 ? err : null);
    });
  }
});
Object.defineProperty(IncomingMessage.prototype, 'closedByPeer', { value: false, writable: true });

function hangUp(text) {
  return make(Error, 'ECONNRESET', text);
}

const hasToken = (value, token) => value !== undefined && value.toLowerCase().split(',').some((t) => t.trim() === token);

// Parser reads the messages of a socket. on is { message (incoming, info), end () }.
class Parser {
  constructor(socket, isResponse, limit, on) {
    this.socket = socket;
    this.isResponse = isResponse;
    this.limit = limit ?? maxHeaderSize;
    this.on = on;
    this.rest = null; // input that has not been used
    this.state = 'head';
    this.left = 0;
    this.message = null;
    this.held = false; // until the answer has gone
    this.running = false;
    this.onData = (chunk) => this.execute(chunk);
    socket.on('data', this.onData);
  }
  detach() {
    this.socket.removeListener('data', this.onData);
    const { rest } = this;
    this.rest = null;
    return rest ?? Buffer.alloc(0);
  }
  // want: the message's reader has room again.
  want() {
    if (this.socket.isPaused?.() && !this.held) this.socket.resume();
  }
  hold() { this.held = true; }
  release() {
    this.held = false;
    this.socket.resume();
    if (this.rest) this.execute(Buffer.alloc(0));
  }
  execute(chunk) {
    if (this.rest) {
      chunk = chunk.length > 0 ? Buffer.concat([this.rest, chunk]) : this.rest;
      this.rest = null;
    }
    this.input = chunk;
    if (this.running) return;
    this.running = true;
    try {
      while (this.input && this.input.length > 0 && !this.stopped && (!this.held || this.state !== 'head') && this.step());
    } finally {
      this.running = false;
      if (this.input && this.input.length > 0) this.rest = this.input;
      this.input = null;
    }
    if (this.held && this.rest && this.rest.length > 65536) this.socket.pause();
  }
  fail(code, message) {
    this.stopped = true;
    const e = make(Error, code, message);
    e.reason = message.replace('Parse Error: ', '');
    e.bytesParsed = 0;
    e.rawPacket = this.input;
    this.on.error(e);
    return false;
  }
  // step uses up a piece of the input; false if it needs more.
  step() {
    switch (this.state) {
      case 'head': return this.readHead();
      case 'length':
      case 'chunk': return this.readBody();
      case 'eof': {
        const data = this.input;
        this.input = null;
        this.give(data);
        return false;
      }
      case 'size': return this.readSize();
      case 'chunk-end': {
        if (this.input.length < 2) return false;
        if (this.input[0] !== 13 || this.input[1] !== 10) return this.fail('HPE_STRICT', 'Parse Error: Expected LF after chunk data');
        this.input = this.input.subarray(2);
        this.state = 'size';
        return true;
      }
      default: return this.readTrailers();
    }
  }
  readHead() {
    const found = binding.head(this.input, this.isResponse, this.limit);
    if (found === undefined) return false;
    if (typeof found[0] === 'string') return this.fail(found[0], found[1]);
    const [size, method, url, status, reason, major, minor, fields] = found;
    this.input = this.input.subarray(size);
    const m = new IncomingMessage(this.socket);
    m.parser = this;
    m.httpVersionMajor = major;
    m.httpVersionMinor = minor;
    m.httpVersion = `${major}.${minor}`;
    m.rawHeaders = fields;
    if (this.isResponse) {
      m.statusCode = status;
      m.statusMessage = reason;
    } else {
      m.method = method;
      m.url = url;
    }
    const { headers } = m;
    const coding = headers['transfer-encoding'];
    const length = headers['content-length'];
    const tokens = headers.connection;
    const keepAlive = minor === 1 ? !hasToken(tokens, 'close') : hasToken(tokens, 'keep-alive');
    m.upgrade = hasToken(tokens, 'upgrade') && headers.upgrade !== undefined;
    if (length !== undefined && (!/^\d+$/.test(length) || !Number.isSafeInteger(Number(length))))
      return this.fail('HPE_INVALID_CONTENT_LENGTH', 'Parse Error: Invalid character in Content-Length');
    if (length !== undefined && coding !== undefined)
      return this.fail('HPE_INVALID_TRANSFER_ENCODING', "Parse Error: Transfer-Encoding can't be present with Content-Length");
    if (m.rawHeaders.filter((x, i) => i % 2 === 0 && x.toLowerCase() === 'content-length').length > 1)
      return this.fail('HPE_UNEXPECTED_CONTENT_LENGTH', 'Parse Error: Content-Length already present');
    const chunked = hasToken(coding, 'chunked');
    if (coding !== undefined && !chunked && !this.isResponse)
      return this.fail('HPE_INVALID_TRANSFER_ENCODING', 'Parse Error: Request has invalid `Transfer-Encoding`');
    this.message = m;
    this.keepAlive = keepAlive;
    const noBody = this.on.message(m, keepAlive);
    if (noBody === 'stop') return false; // the socket is another's now
    if (noBody === 'informational') {
      this.message = null;
      return true;
    }
    if (noBody) this.finish();
    else if (chunked) this.state = 'size';
    else if (length !== undefined && Number(length) > 0) {
      this.state = 'length';
      this.left = Number(length);
    } else if (length !== undefined || !this.isResponse) this.finish();
    else {
      this.state = 'eof';
      this.keepAlive = false;
    }
    return true;
  }
  give(data) {
    if (this.message && !this.message.destroyed && !this.message.push(data)) this.socket.pause();
  }
  readBody() {
    const data = this.input.length > this.left ? this.input.subarray(0, this.left) : this.input;
    this.input = this.input.subarray(data.length);
    this.left -= data.length;
    this.give(data);
    if (this.left === 0) {
      if (this.state === 'chunk') this.state = 'chunk-end';
      else this.finish();
    }
    return true;
  }
  line(what) {
    const end = this.input.indexOf('\r\n');
    if (end < 0) {
      if (this.input.length > this.limit) this.fail('HPE_HEADER_OVERFLOW', `Parse Error: ${what} overflow`);
      return undefined;
    }
    const text = this.input.toString('latin1', 0, end);
    this.input = this.input.subarray(end + 2);
    return text;
  }
  readSize() {
    const text = this.line('Chunk extensions');
    if (text === undefined) return false;
    const size = /^([0-9a-f]{1,13})\s*(?:;.*)?$/i.exec(text);
    if (!size) return this.fail('HPE_INVALID_CHUNK_SIZE', 'Parse Error: Invalid character in chunk size');
    this.left = Number.parseInt(size[1], 16);
    this.state = this.left === 0 ? 'trailers' : 'chunk';
    return true;
  }
  readTrailers() {
    const text = this.line('Trailer');
    if (text === undefined) return false;
    if (text === '') {
      this.finish();
      return true;
    }
    const at = text.indexOf(':');
    if (at <= 0) return this.fail('HPE_INVALID_HEADER_TOKEN', 'Parse Error: Invalid header token');
    if (this.message.rawTrailers.length < 2000) this.message.rawTrailers.push(text.slice(0, at), text.slice(at + 1).trim());
    return true;
  }
  finish() {
    const m = this.message;
    this.message = null;
    this.state = 'head';
    m.complete = true;
    m.push(null);
    this.on.complete(m);
  }
  // closed: the other side sends no more; true if that ends a message rightly.
  closed() {
    if (this.state === 'eof' && this.message) {
      this.finish();
      return true;
    }
    return this.message === null;
  }
}

module.exports = { IncomingMessage, Parser, hasToken, hangUp, maxHeaderSize };
