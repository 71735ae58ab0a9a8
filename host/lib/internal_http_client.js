'use strict';
// Clients of node:http: Agent and ClientRequest.

const callable = require('internal/callable');
const EventEmitter = require('events');
const net = require('net');
const { OutgoingMessage, validateName, hide } = require('internal/http/outgoing');
const { Parser, hangUp, maxHeaderSize } = require('internal/http/wire');
const validate = require('internal/validators');

const { make } = validate;

function Agent(options) {
  if (!(this instanceof Agent)) return new Agent(options);
  EventEmitter.call(this);
  this.options = { __proto__: null, noDelay: true, path: null, ...options };
  this.defaultPort = 80;
  this.protocol = 'http:';
  this.requests = { __proto__: null };
  this.sockets = { __proto__: null };
  this.freeSockets = { __proto__: null };
  this.keepAliveMsecs = this.options.keepAliveMsecs || 1000;
  this.keepAlive = this.options.keepAlive || false;
  this.maxSockets = this.options.maxSockets || Infinity;
  this.maxFreeSockets = this.options.maxFreeSockets || 256;
  this.scheduling = this.options.scheduling || 'lifo';
  this.maxTotalSockets = this.options.maxTotalSockets ?? Infinity;
  this.totalSocketCount = 0;
}
callable(Agent, EventEmitter, class extends EventEmitter {
  getName(options = {}) {
    let name = `${options.host || 'localhost'}:${options.port || ''}:${options.localAddress || ''}`;
    if (options.family === 4 || options.family === 6) name += `:${options.family}`;
    if (options.socketPath) name += `:${options.socketPath}`;
    return name;
  }
  createConnection(options, callback) { return net.connect(options, callback); }
  addRequest(req, options) {
    options = { __proto__: null, ...options, ...this.options };
    const name = this.getName(options);
    const free = this.freeSockets[name];
    while (free?.length) {
      const socket = this.scheduling === 'fifo' ? free.shift() : free.pop();
      if (free.length === 0) delete this.freeSockets[name];
      if (socket.destroyed || !socket.writable) continue;
      this._use(name, socket);
      this.reuseSocket(socket, req);
      req.reusedSocket = true;
      req._onSocket(socket);
      return;
    }
    if ((this.sockets[name]?.length ?? 0) < this.maxSockets && this.totalSocketCount < this.maxTotalSockets) {
      this._connect(name, req, options);
    } else {
      (this.requests[name] ??= []).push([req, options]);
    }
  }
  _connect(name, req, options) {
    if (options.socketPath) options.path = options.socketPath;
    else delete options.path;
    let socket;
    try {
      socket = this.createConnection(options);
    } catch (err) {
      req._onSocket(null, err);
      return;
    }
    this._use(name, socket);
    this.totalSocketCount++;
    socket.once('close', () => {
      this.totalSocketCount--;
      this._drop(this.sockets, name, socket);
      this._drop(this.freeSockets, name, socket);
      this._next(name);
    });
    hide(socket, { _agentName: name });
    req._onSocket(socket);
  }
  _use(name, socket) { (this.sockets[name] ??= []).push(socket); }
  _drop(table, name, socket) {
    const list = table[name];
    const i = list ? list.indexOf(socket) : -1;
    if (i < 0) return;
    list.splice(i, 1);
    if (list.length === 0) delete table[name];
  }
  _next(name) {
    const waiting = this.requests[name];
    if (!waiting) return;
    const [req, options] = waiting.shift();
    if (waiting.length === 0) delete this.requests[name];
    if (!req.destroyed) this._connect(name, req, options);
  }
  // _free takes back the socket of a request that is done.
  _free(socket) {
    const name = socket._agentName;
    if (name === undefined) return;
    const waiting = this.requests[name];
    if (waiting && socket.writable) {
      const [req] = waiting.shift();
      if (waiting.length === 0) delete this.requests[name];
      req._onSocket(socket);
      return;
    }
    this._drop(this.sockets, name, socket);
    if (!this.keepAlive || (this.freeSockets[name]?.length ?? 0) >= this.maxFreeSockets || !this.keepSocketAlive(socket)) {
      socket.destroySoon();
      return;
    }
    (this.freeSockets[name] ??= []).push(socket);
    this.emit('free', socket, {});
  }
  keepSocketAlive(socket) {
    socket.setKeepAlive(true, this.keepAliveMsecs);
    socket.unref();
    const ms = this.options.timeout || 0;
    if (socket.timeout !== ms) socket.setTimeout(ms);
    const leave = () => socket.destroy();
    socket.once('end', leave);
    socket.once('error', leave);
    socket.once('timeout', leave);
    hide(socket, { _leave: leave });
    return true;
  }
  reuseSocket(socket) {
    for (const e of ['end', 'error', 'timeout']) socket.removeListener(e, socket._leave);
    socket.ref();
  }
  destroy() {
    for (const table of [this.freeSockets, this.sockets])
      for (const list of Object.values(table)) for (const socket of list.slice()) socket.destroy();
  }
});

const globalAgent = new Agent({ keepAlive: true, scheduling: 'lifo', timeout: 5000 });

// urlOptions makes request options of a URL.
function urlOptions(url) {
  const { protocol, hostname, hash, search, pathname, href, port, username, password } = url;
  const options = {
    protocol, hostname: hostname.startsWith('[') ? hostname.slice(1, -1) : hostname, hash, search, pathname, path: `${pathname || ''}${search || ''}`, href,
  };
  if (port !== '') options.port = Number(port);
  if (username || password) options.auth = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return options;
}

class ClientRequest extends OutgoingMessage {
  constructor(input, options, callback) {
    super({ autoDestroy: false }); // it is over with its response
    if (typeof input === 'string') input = urlOptions(new URL(input));
    else if (input instanceof URL) input = urlOptions(input);
    else [input, options, callback] = [null, input, options];
    if (typeof options === 'function') [options, callback] = [input || {}, options];
    else options = Object.assign(input || {}, options);

    let { agent } = options;
    const defaultAgent = options._defaultAgent || globalAgent;
    if (agent === false) agent = new defaultAgent.constructor();
    else if (agent === null || agent === undefined) agent = typeof options.createConnection === 'function' ? undefined : defaultAgent;
    else if (typeof agent.addRequest !== 'function') validate.typeError('options.agent', 'one of Agent-like Object, undefined, or false', agent);
    this.agent = agent;
    const protocol = options.protocol || defaultAgent.protocol;
    const expected = agent?.protocol ?? defaultAgent.protocol;
    if (options.path && /[^\u0021-\u00ff]/.test(String(options.path)))
      throw make(TypeError, 'ERR_UNESCAPED_CHARACTERS', 'Request path contains unescaped characters');
    if (protocol !== expected) throw make(TypeError, 'ERR_INVALID_PROTOCOL', `Protocol "${protocol}" not supported. Expected "${expected}"`);
    const port = options.port = options.port || options.defaultPort || agent?.defaultPort || 80;
    const host = options.host = options.hostname || options.host || 'localhost';
    const method = options.method;
    if (method !== undefined && method !== null && typeof method !== 'string') validate.typeError('options.method', 'of type string', method);
    if (method && !/^[\^_`a-zA-Z\-0-9!#$%&'*+.|~]+$/.test(method)) throw make(TypeError, 'ERR_INVALID_HTTP_TOKEN', `Method must be a valid HTTP token ["${method}"]`);
    this.method = method ? method.toUpperCase() : 'GET';
    this.path = options.path || '/';
    this.host = host;
    this.protocol = protocol;
    this.maxHeadersCount = null;
    this.reusedSocket = false;
    this.res = null;
    this.timeout = options.timeout;
    this.aborted = false;
    hide(this, { _limit: options.maxHeaderSize ?? maxHeaderSize, _parser: null, _options: options, _upgradeOrConnect: false });
    this.useChunkedEncodingByDefault = !['GET', 'HEAD', 'DELETE', 'OPTIONS', 'TRACE', 'CONNECT'].includes(this.method);
    this.shouldKeepAlive = agent ? !!(agent.keepAlive || Number.isFinite(agent.maxSockets)) : false;
    if (callback) this.once('response', callback);
    if (Array.isArray(options.headers)) {
      const pairs = Array.isArray(options.headers[0]) ? options.headers : options.headers.filter((_, i) => i % 2 === 0).map((name, i) => [name, options.headers[2 * i + 1]]);
      for (const [name, value] of pairs) this.appendHeader(name, value);
    } else if (options.headers) {
      for (const name of Object.keys(options.headers)) this.setHeader(name, options.headers[name]);
    }
    if (options.auth && !this.getHeader('Authorization')) this.setHeader('Authorization', `Basic ${Buffer.from(options.auth).toString('base64')}`);
    if (host && !this.getHeader('host') && options.setHost !== false) {
      let value = net.isIPv6(host) ? `[${host}]` : host;
      if (port && Number(port) !== (agent?.defaultPort ?? defaultAgent.defaultPort)) value += `:${port}`;
      this.setHeader('Host', value);
    }
    if (options.signal) require('internal/streams/end').addAbortSignal(options.signal, this);
    if (options.timeout) this.setTimeout(options.timeout);
    process.nextTick(() => {
      if (this.destroyed) return;
      if (agent) {
        agent.addRequest(this, { ...options });
      } else {
        const socket = options.createConnection ? options.createConnection(options, (err, s) => { if (err) this.destroy(err); else if (s && !this.socket) this._onSocket(s); }) :
          net.connect(options.socketPath ? { path: options.socketPath } : { port, host });
        if (socket) this._onSocket(socket);
      }
    });
  }
  _implicitHeader() {
    if (this._head) throw make(Error, 'ERR_HTTP_HEADERS_SENT', 'Cannot render headers after they are sent to the client');
    this._store(`${this.method} ${this.path} HTTP/1.1\r\n`, this._fields.values());
  }
  end(chunk, encoding, cb) {
    // A body in one piece has a length, for the methods that have none by default too.
    if (!this._head && chunk !== null && chunk !== undefined && typeof chunk !== 'function') this.useChunkedEncodingByDefault = true;
    return super.end(chunk, encoding, cb);
  }
  write(chunk, encoding, cb) {
    if (!this._head && !this.useChunkedEncodingByDefault) this.useChunkedEncodingByDefault = true;
    return super.write(chunk, encoding, cb);
  }
  _onSocket(socket, err) {
    if (err || this.destroyed) {
      if (socket && this.agent) this.agent._free(socket);
      else socket?.destroy();
      if (err) this.destroy(err);
      return;
    }
    const onError = (er) => this._fail(er);
    const onClose = () => {
      const { res } = this;
      const rightEnd = this._parser?.closed();
      if (res) {
        if (!res.complete && !rightEnd) {
          res.closedByPeer = true;
          res.destroy(res.destroyed ? undefined : hangUp('aborted'));
        }
        if (!this.destroyed) this.destroy();
      } else {
        this._fail(hangUp('socket hang up'));
      }
    };
    const onEnd = () => {
      this._parser?.closed();
      if (!this.res && !this.destroyed) this._fail(hangUp('socket hang up'));
      if (!socket.destroyed && !this._parser?.stopped) socket.destroy();
    };
    const onTimeout = () => this.emit('timeout');
    hide(this, { _unlisten: () => {
      for (const [name, f] of [['error', onError], ['close', onClose], ['end', onEnd], ['timeout', onTimeout]]) socket.removeListener(name, f);
    } });
    socket.on('error', onError);
    socket.on('close', onClose);
    socket.on('end', onEnd);
    socket.on('timeout', onTimeout);
    if (this.timeout && socket.timeout !== this.timeout) socket.setTimeout(this.timeout);
    this._parser = new Parser(socket, true, this._limit, {
      message: (res, keepAlive) => this._onResponse(res, keepAlive),
      complete: (res) => this._onComplete(res),
      error: (er) => {
        this._fail(er);
        socket.destroy();
      },
    });
    if (!this._head && this._headersWanted) this._implicitHeader();
    this._assign(socket);
  }
  _onResponse(res, keepAlive) {
    res.req = this;
    const code = res.statusCode;
    if (code >= 100 && code < 200 && code !== 101) {
      if (code === 100) this.emit('continue');
      this.emit('information', {
        statusCode: code, statusMessage: res.statusMessage, httpVersion: res.httpVersion, httpVersionMajor: res.httpVersionMajor,
        httpVersionMinor: res.httpVersionMinor, headers: res.headers, rawHeaders: res.rawHeaders,
      });
      return 'informational';
    }
    this.res = res;
    if (code === 101 || this.method === 'CONNECT') {
      const event = this.method === 'CONNECT' ? 'connect' : 'upgrade';
      const { socket } = this;
      const rest = this._parser.input ?? Buffer.alloc(0);
      this._parser.input = null;
      this._parser.stopped = true;
      this._parser.detach();
      this._unlisten();
      res.upgrade = true;
      res.complete = true;
      res.push(null);
      if (this.listenerCount(event) === 0) {
        socket.destroy();
        this._fail(hangUp('socket hang up'));
      } else {
        this.emit(event, res, socket, rest);
        this._closed = true;
        process.nextTick(() => this.emit('close'));
      }
      return 'stop';
    }
    res.upgrade = false;
    this.shouldKeepAlive = this.shouldKeepAlive && keepAlive;
    if (!this.emit('response', res)) res.resume();
    return this.method === 'HEAD' || code === 204 || code === 304;
  }
  _onComplete(res) {
    const { socket } = this;
    const finish = () => {
      if (this.writableEnded && !this.writableFinished && !this.destroyed && !socket.destroyed) {
        this.once('finish', finish); // the answer was faster than the news that all was sent
        return;
      }
      this._unlisten();
      const rest = this._parser.detach();
      if (this.agent && this.shouldKeepAlive && this._parser.keepAlive && this.writableFinished && rest.length === 0 && !socket.destroyed) {
        socket.resume();
        this.agent._free(socket);
      } else {
        socket.destroySoon();
        socket.on('error', () => {});
      }
      this._done2();
    };
    if (res.readableEnded) process.nextTick(finish);
    else {
      res.once('end', () => process.nextTick(finish));
      res.once('close', () => { if (!res.readableEnded) this._done2(); });
    }
  }
  _done2() {
    if (this._closed) return;
    this._closed = true;
    if (!this.destroyed) this.destroy();
  }
  _fail(err) {
    if (this._failed) return;
    this._failed = true;
    if (this.res && !this.res.complete) {
      this.res.closedByPeer = true;
      this.res.destroy(err);
      this.destroy();
    } else {
      this.destroy(err);
    }
  }
  abort() {
    if (this.aborted) return;
    this.aborted = true;
    process.nextTick(() => this.emit('abort'));
    this.destroy();
  }
  _destroy(err, cb) {
    const { res, socket } = this;
    if (!this._closed) {
      this._closed = true;
      if (socket) {
        this._unlisten?.();
        socket.on('error', () => {});
        if (!(res && res.complete && this._parser?.message === null && this._failed === undefined && res.readableEnded)) {
          this._parser?.detach();
          if (res && !res.complete) {
            res.closedByPeer = true;
            res.destroy(err ?? hangUp('aborted'));
          }
          socket.destroy();
        }
      }
      if (!err && !res) err = hangUp('socket hang up');
    }
    cb(err);
  }
  setNoDelay(on) { this.socket?.setNoDelay(on); }
  setSocketKeepAlive(on, ms) { this.socket?.setKeepAlive(on, ms); }
  clearTimeout(cb) { this.setTimeout(0, cb); }
}
hide(ClientRequest.prototype, { _unlisten: undefined, _closed: false, _failed: undefined, _headersWanted: false });

module.exports = { Agent, ClientRequest, globalAgent, urlOptions, validateName };
