'use strict';
// node:http: servers.

const EventEmitter = require('events');

class IncomingMessage extends EventEmitter {
  constructor(raw) {
    super();
    this.method = raw.method;
    this.url = raw.url;
    this.headers = raw.headers;
    this.httpVersion = raw.httpVersion;
    Object.defineProperty(this, 'start', { value: () => {
      if (raw.body !== '') this.emit('data', raw.body);
      this.emit('end');
    } });
  }
  setEncoding() { return this; }
}

class ServerResponse extends EventEmitter {
  #raw;
  statusCode = 200;
  headersSent = false;
  writableEnded = false;

  constructor(raw) {
    super();
    this.#raw = raw;
  }
  setHeader(name, value) {
    this.#raw.header(name, Array.isArray(value) ? value.join(', ') : value);
    return this;
  }
  writeHead(status, reason, headers) {
    if (typeof reason === 'object') headers = reason;
    this.statusCode = status;
    for (const name of Object.keys(headers ?? {})) this.setHeader(name, headers[name]);
    return this;
  }
  write(chunk) {
    this.headersSent = true;
    this.#raw.write(chunk);
    return true;
  }
  end(chunk, callback) {
    if (this.writableEnded) return this;
    if (chunk !== undefined && typeof chunk !== 'function') this.write(chunk);
    this.writableEnded = true;
    this.headersSent = true;
    this.#raw.status(this.statusCode);
    this.#raw.end();
    this.emit('finish');
    if (typeof callback === 'function') callback();
    return this;
  }
}

class Server extends EventEmitter {
  #handle = null;
  listening = false;

  constructor(options, listener) {
    super();
    if (typeof options === 'function') listener = options;
    if (listener) this.on('request', listener);
  }
  listen(port = 0, host, callback) {
    if (typeof port === 'object') ({ port = 0, host } = port);
    if (typeof host === 'function') { callback = host; host = undefined; }
    if (callback) this.once('listening', callback);
    try {
      this.#handle = binding.listen(port, host ?? '', (rawRequest, rawResponse) => {
        const request = new IncomingMessage(rawRequest);
        this.emit('request', request, new ServerResponse(rawResponse));
        process.nextTick(request.start);
      });
      this.listening = true;
      process.nextTick(() => this.emit('listening'));
    } catch (e) {
      process.nextTick(() => this.emit('error', e));
    }
    return this;
  }
  address() {
    return this.#handle === null ? null : { address: '::', family: 'IPv6', port: this.#handle.port };
  }
  close(callback) {
    if (callback) this.once('close', callback);
    this.listening = false;
    this.#handle?.close();
    this.#handle = null;
    process.nextTick(() => this.emit('close'));
    return this;
  }
}

module.exports = {
  Server, IncomingMessage, ServerResponse,
  createServer: (options, listener) => new Server(options, listener),
};
