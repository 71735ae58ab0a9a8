'use strict';
// node:net

const callable = require('internal/callable');
const { Buffer } = require('buffer');
const EventEmitter = require('events');
const Duplex = require('internal/streams/duplex');
const validate = require('internal/validators');

const { make } = validate;
const kHandle = Symbol('kHandle');
const kTimer = Symbol('kTimer');
const kServer = Symbol('kServer');
const nop = () => {};

function portOf(port, name = 'options.port', allowZero = true) {
  const n = typeof port === 'string' && port.trim() !== '' ? Number(port) : port;
  if (typeof n !== 'number' || n !== (n >>> 0) || n > 65535 || (n === 0 && !allowZero)) {
    throw make(RangeError, 'ERR_SOCKET_BAD_PORT', `${name} should be >= 0 and < 65536. Received ${describe(port)}.`);
  }
  return n;
}
const describe = (v) => v === null || v === undefined ? String(v) : `type ${typeof v} (${typeof v === 'string' ? `'${v}'` : String(v)})`;

// normalize turns the forms of arguments of connect and listen into (options, callback).
function normalize(args) {
  let options = {};
  const first = args[0];
  if (typeof first === 'object' && first !== null) options = { ...first };
  else if (typeof first === 'string' && !(Number(first) >= 0)) options.path = first;
  else {
    options.port = first;
    if (typeof args[1] === 'string') options.host = args[1];
  }
  const last = args[args.length - 1];
  return [options, typeof last === 'function' ? last : null];
}

function Socket(options) {
  if (!(this instanceof Socket)) return new Socket(options);
  options = typeof options === 'number' ? { fd: options } : { ...options };
  Duplex.call(this, {
    highWaterMark: options.highWaterMark, allowHalfOpen: options.allowHalfOpen === true, emitClose: false, autoDestroy: true, decodeStrings: true,
    readable: options.readable, writable: options.writable, signal: options.signal,
  });
  Object.defineProperty(this, kHandle, { value: null, writable: true });
  Object.defineProperty(this, kTimer, { value: null, writable: true });
  Object.defineProperty(this, kServer, { value: null, writable: true });
  this.connecting = false;
  this._hadError = false;
  this._parent = null;
  this._host = null;
  this.timeout = 0;
  this.server = null;
  Object.defineProperty(this, '_refed', { value: true, writable: true });
  Object.defineProperty(this, '_counts', { value: { read: 0, written: 0 } });
  if (options.handle) this._attach(options.handle);
  this.on('end', onEnd);
}
callable(Socket, Duplex, class extends Duplex {
  _attach(handle) {
    this[kHandle] = handle;
    if (!this._refed) handle.ref(false);
  }
  connect(...args) {
    const [options, callback] = Array.isArray(args[0]) ? args[0] : normalize(args);
    if (callback) this.once('connect', callback);
    if (options.path === undefined) {
      if (options.port === undefined) throw make(TypeError, 'ERR_MISSING_ARGS', 'The "options" or "port" or "path" argument must be specified');
      options.port = portOf(options.port, 'Port');
    }
    if (this.destroyed) this._undestroy();
    this.connecting = true;
    const host = options.host || 'localhost';
    this._host = host;
    const finish = (err, handle) => {
      this._cancel = null;
      this.connecting = false;
      if (this.destroyed || err) {
        handle?.close();
        if (err) this.destroy(err);
        return;
      }
      this._attach(handle);
      if (options.noDelay !== undefined) handle.noDelay(!!options.noDelay);
      if (options.keepAlive) handle.keepAlive(true, options.keepAliveInitialDelay ?? 0);
      this._touch();
      this.emit('connect');
      this.emit('ready');
      if (this.readableFlowing !== false && !this.isPaused()) this.read(0);
    };
    this._cancel = binding.connect(host, options.port ?? 0, options.path, (err, handle) => {
      if (err || !this._secure || this.destroyed) finish(err, handle);
      else this._secure(handle, (e) => finish(e, handle));
    });
    return this;
  }
  _read() {
    if (this.connecting || !this[kHandle]) {
      if (this.connecting) this.once('connect', () => this._read());
      return;
    }
    if (this._reading) return;
    Object.defineProperty(this, '_reading', { value: true, writable: true, configurable: true });
    this[kHandle].read((err, bytes) => {
      this._reading = false;
      if (this.destroyed) return;
      if (err) {
        this.destroy(err);
      } else if (bytes.length === 0) {
        this.push(null);
        if (this.readableLength === 0) this.read(0);
      } else {
        this._counts.read += bytes.length;
        this._touch();
        this.push(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
      }
    });
  }
  _write(chunk, encoding, cb) { this._send(chunk, cb); }
  _writev(chunks, cb) { this._send(Buffer.concat(chunks.map((c) => c.chunk)), cb); }
  _send(data, cb) {
    if (this.connecting) {
      const onClose = () => cb(make(Error, 'ERR_SOCKET_CLOSED_BEFORE_CONNECTION', 'Socket closed before the connection was established'));
      this.once('close', onClose);
      this.once('connect', () => {
        this.off('close', onClose);
        this._send(data, cb);
      });
      return;
    }
    if (!this[kHandle]) {
      cb(make(Error, 'ERR_SOCKET_CLOSED', 'Socket is closed'));
      return;
    }
    this._touch();
    this._counts.written += data.length;
    this[kHandle].write(data, (err) => {
      this._touch();
      cb(err);
    });
  }
  _final(cb) {
    if (this.connecting) {
      this.once('connect', () => this._final(cb));
      return;
    }
    if (this[kHandle]) this[kHandle].shutdown(cb);
    else cb();
  }
  _destroy(err, cb) {
    this.connecting = false;
    this._cancel?.();
    this.setTimeout(0);
    const handle = this[kHandle];
    this[kHandle] = null;
    if (handle) {
      this._last = { local: handle.local, remote: handle.remote };
      handle.close();
    }
    cb(err);
    process.nextTick(() => {
      this.emit('close', !!err);
      const server = this[kServer];
      if (server) {
        server._connections--;
        server._maybeClose();
      }
    });
  }
  destroySoon() {
    if (this.writable) this.end();
    if (this.writableFinished) this.destroy();
    else this.once('finish', this.destroy);
  }
  resetAndDestroy() {
    this[kHandle]?.reset();
    return this.destroy();
  }
  setTimeout(ms, callback) {
    if (typeof ms !== 'number') validate.typeError('msecs', 'of type number', ms);
    this.timeout = ms;
    if (this[kTimer]) clearTimeout(this[kTimer]);
    this[kTimer] = null;
    if (ms === 0) {
      if (callback) this.removeListener('timeout', callback);
    } else {
      if (callback) this.once('timeout', callback);
      this._touch(true);
    }
    return this;
  }
  // _touch starts the time of idleness anew.
  _touch(first) {
    if (!this.timeout || this.destroyed) return;
    if (this[kTimer] && !first) {
      this[kTimer].refresh();
      return;
    }
    this[kTimer] = setTimeout(() => {
      this[kTimer] = null;
      if (!this.destroyed) this.emit('timeout');
    }, this.timeout);
    this[kTimer].unref();
  }
  setNoDelay(on = true) {
    this[kHandle]?.noDelay(!!on);
    return this;
  }
  setKeepAlive(on = false, delay = 0) {
    this[kHandle]?.keepAlive(!!on, delay);
    return this;
  }
  ref() {
    this._refed = true;
    this[kHandle]?.ref(true);
    return this;
  }
  unref() {
    this._refed = false;
    this[kHandle]?.ref(false);
    return this;
  }
  address() { return { ...(this[kHandle] ?? this._last)?.local }; }
  get _ends() { return this[kHandle] ?? this._last; }
  get remoteAddress() { return this._ends?.remote.address; }
  get remoteFamily() { return this._ends?.remote.family; }
  get remotePort() { return this._ends?.remote.port; }
  get localAddress() { return this._ends?.local.address; }
  get localPort() { return this._ends?.local.port; }
  get localFamily() { return this._ends?.local.family; }
  get bytesRead() { return this._counts.read; }
  get bytesWritten() { return this._counts.written + (this.connecting ? this.writableLength : 0); }
  get pending() { return !this[kHandle] || this.connecting; }
  get readyState() {
    if (this.connecting) return 'opening';
    if (this.readable && this.writable) return 'open';
    return this.readable ? 'readOnly' : this.writable ? 'writeOnly' : 'closed';
  }
  get bufferSize() { return this.writableLength; }
  get _handle() { return this[kHandle]; }
});
Object.defineProperty(Socket.prototype, '_cancel', { value: null, writable: true });
Object.defineProperty(Socket.prototype, '_secure', { value: null, writable: true });
Object.defineProperty(Socket.prototype, '_reading', { value: false, writable: true });
Object.defineProperty(Socket.prototype, '_last', { value: undefined, writable: true });

function onEnd() {
  if (!this.allowHalfOpen) this.write = (chunk, encoding, cb) => {
    if (typeof encoding === 'function') cb = encoding;
    const err = Object.assign(new Error('This socket has been ended by the other party'), { code: 'EPIPE' });
    if (typeof cb === 'function') process.nextTick(cb, err);
    this.destroy(err);
    return false;
  };
}

function connect(...args) {
  const [options, callback] = normalize(args);
  const socket = new Socket(options);
  if (options.timeout) socket.setTimeout(options.timeout);
  return socket.connect([options, callback]);
}

function Server(options, listener) {
  if (!(this instanceof Server)) return new Server(options, listener);
  EventEmitter.call(this);
  if (typeof options === 'function') [options, listener] = [{}, options];
  this._options = options ?? {};
  Object.defineProperty(this, '_options', { enumerable: false });
  this._connections = 0;
  this.allowHalfOpen = this._options.allowHalfOpen === true;
  this.pauseOnConnect = this._options.pauseOnConnect === true;
  Object.defineProperty(this, kHandle, { value: null, writable: true });
  Object.defineProperty(this, '_refed', { value: true, writable: true });
  if (typeof listener === 'function') this.on('connection', listener);
}
callable(Server, EventEmitter, class extends EventEmitter {
  listen(...args) {
    const [options, callback] = normalize(args);
    if (this[kHandle]) throw make(Error, 'ERR_SERVER_ALREADY_LISTEN', 'Listen method has been called more than once without closing.');
    if (callback) this.once('listening', callback);
    const port = options.path === undefined ? portOf(typeof options.port === 'function' ? 0 : options.port ?? 0) : 0;
    const handle = binding.listen(port, options.host ?? '', options.path, (connection) => this._accept(connection));
    if (handle instanceof Error) {
      process.nextTick(() => this.emit('error', handle));
      return this;
    }
    this[kHandle] = handle;
    this._path = options.path;
    if (!this._refed) handle.ref(false);
    options.signal?.addEventListener('abort', () => this.close(), { once: true });
    process.nextTick(() => { if (this[kHandle]) this.emit('listening'); });
    return this;
  }
  _accept(handle) {
    if (this.maxConnections !== undefined && this._connections >= this.maxConnections) {
      handle.close();
      this.emit('drop', { localAddress: handle.local.address, localPort: handle.local.port, remoteAddress: handle.remote.address, remotePort: handle.remote.port });
      return;
    }
    const socket = new Socket({ handle, allowHalfOpen: this.allowHalfOpen, highWaterMark: this._options.highWaterMark });
    if (this._options.noDelay) handle.noDelay(true);
    if (this._options.keepAlive) handle.keepAlive(true, this._options.keepAliveInitialDelay ?? 0);
    this._connections++;
    socket.server = this;
    socket[kServer] = this;
    if (this.pauseOnConnect) socket.pause();
    else socket.read(0);
    this.emit('connection', socket);
  }
  get listening() { return !!this[kHandle]; }
  address() {
    const handle = this[kHandle];
    if (!handle) return null;
    return this._path ?? { ...handle.address };
  }
  close(callback) {
    if (typeof callback === 'function') {
      if (this[kHandle]) this.once('close', callback);
      else this.once('close', () => callback(make(Error, 'ERR_SERVER_NOT_RUNNING', 'Server is not running.')));
    }
    const handle = this[kHandle];
    this[kHandle] = null;
    handle?.close();
    this._maybeClose();
    return this;
  }
  _maybeClose() {
    if (this[kHandle] || this._connections > 0) return;
    process.nextTick(() => { if (!this[kHandle] && this._connections === 0) this.emit('close'); });
  }
  getConnections(callback) {
    process.nextTick(callback, null, this._connections);
    return this;
  }
  ref() {
    this._refed = true;
    this[kHandle]?.ref(true);
    return this;
  }
  unref() {
    this._refed = false;
    this[kHandle]?.ref(false);
    return this;
  }
  async [Symbol.asyncDispose ?? Symbol.for('nodejs.asyncDispose')]() {
    if (this[kHandle]) await new Promise((resolve) => this.close(resolve));
  }
});
Object.defineProperty(Server.prototype, '_path', { value: undefined, writable: true });

module.exports = {
  Socket, Stream: Socket, Server, connect, createConnection: connect,
  createServer: (options, listener) => new Server(options, listener),
  isIP: (s) => typeof s === 'string' ? binding.isIP(s) : 0,
  isIPv4: (s) => typeof s === 'string' && binding.isIP(s) === 4,
  isIPv6: (s) => typeof s === 'string' && binding.isIP(s) === 6,
  getDefaultAutoSelectFamily: () => true, setDefaultAutoSelectFamily: nop, _normalizeArgs: normalize,
};
