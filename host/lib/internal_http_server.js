'use strict';
// Servers of node:http.

const callable = require('internal/callable');
const net = require('net');
const { OutgoingMessage, hide } = require('internal/http/outgoing');
const { Parser, maxHeaderSize, hasToken } = require('internal/http/wire');
const validate = require('internal/validators');

const { make } = validate;

const STATUS_CODES = {
  100: 'Continue', 101: 'Switching Protocols', 102: 'Processing', 103: 'Early Hints', 200: 'OK', 201: 'Created', 202: 'Accepted',
  203: 'Non-Authoritative Information', 204: 'No Content', 205: 'Reset Content', 206: 'Partial Content', 207: 'Multi-Status',
  208: 'Already Reported', 226: 'IM Used', 300: 'Multiple Choices', 301: 'Moved Permanently', 302: 'Found', 303: 'See Other',
  304: 'Not Modified', 305: 'Use Proxy', 307: 'Temporary Redirect', 308: 'Permanent Redirect', 400: 'Bad Request', 401: 'Unauthorized',
  402: 'Payment Required', 403: 'Forbidden', 404: 'Not Found', 405: 'Method Not Allowed', 406: 'Not Acceptable',
  407: 'Proxy Authentication Required', 408: 'Request Timeout', 409: 'Conflict', 410: 'Gone', 411: 'Length Required',
  412: 'Precondition Failed', 413: 'Payload Too Large', 414: 'URI Too Long', 415: 'Unsupported Media Type', 416: 'Range Not Satisfiable',
  417: 'Expectation Failed', 418: "I'm a Teapot", 421: 'Misdirected Request', 422: 'Unprocessable Entity', 423: 'Locked',
  424: 'Failed Dependency', 425: 'Too Early', 426: 'Upgrade Required', 428: 'Precondition Required', 429: 'Too Many Requests',
  431: 'Request Header Fields Too Large', 451: 'Unavailable For Legal Reasons', 500: 'Internal Server Error', 501: 'Not Implemented',
  502: 'Bad Gateway', 503: 'Service Unavailable', 504: 'Gateway Timeout', 505: 'HTTP Version Not Supported', 506: 'Variant Also Negotiates',
  507: 'Insufficient Storage', 508: 'Loop Detected', 509: 'Bandwidth Limit Exceeded', 510: 'Not Extended', 511: 'Network Authentication Required',
};

function ServerResponse(req, options) {
  if (!(this instanceof ServerResponse)) return new ServerResponse(req, options);
  OutgoingMessage.call(this, options);
  this.req = req;
  this.statusCode = 200;
  this.statusMessage = undefined;
  this.sendDate = true;
  if (req.method === 'HEAD') this._hasBody = false;
  if (req.httpVersionMajor < 1 || req.httpVersionMinor < 1) {
    this.useChunkedEncodingByDefault = hasToken(req.headers.te, 'chunked');
    this.shouldKeepAlive = false;
  }
}
callable(ServerResponse, OutgoingMessage, class extends OutgoingMessage {
  assignSocket(socket) { this._assign(socket); }
  detachSocket() { this.socket = null; }
  _implicitHeader() { this.writeHead(this.statusCode); }
  writeHead(status, reason, headers) {
    if (this.headersSent) throw make(Error, 'ERR_HTTP_HEADERS_SENT', 'Cannot write headers after they are sent to the client');
    const code = status | 0;
    if (code < 100 || code > 999) throw make(RangeError, 'ERR_HTTP_INVALID_STATUS_CODE', `Invalid status code: ${status}`);
    if (typeof reason === 'string') {
      this.statusMessage = reason;
    } else {
      this.statusMessage ||= STATUS_CODES[code] || 'unknown';
      headers ??= reason;
    }
    this.statusCode = code;
    if (Array.isArray(headers)) {
      if (headers.length % 2 !== 0 && !Array.isArray(headers[0])) validate.argumentValue('headers', headers, 'is invalid');
      const pairs = Array.isArray(headers[0]) ? headers : headers.filter((_, i) => i % 2 === 0).map((name, i) => [name, headers[2 * i + 1]]);
      for (const [name] of pairs) this._fields.delete(name.toLowerCase());
      for (const [name, value] of pairs) this.appendHeader(name, value);
    } else if (headers) {
      for (const name of Object.keys(headers)) this.setHeader(name, headers[name]);
    }
    if (/[\r\n]/.test(this.statusMessage)) throw make(TypeError, 'ERR_INVALID_CHAR', 'Invalid character in statusMessage');
    if (code === 204 || code === 304 || (code >= 100 && code <= 199)) {
      this._hasBody = false;
      this._noBodyStatus = true;
    }
    this._store(`HTTP/1.1 ${code} ${this.statusMessage}\r\n`, this._fields.values());
    return this;
  }
  _interim(text, cb) {
    if (!this.headersSent) this.socket?.write(text, 'latin1', cb);
  }
  writeContinue(cb) { this._interim('HTTP/1.1 100 Continue\r\n\r\n', cb); }
  writeProcessing(cb) { this._interim('HTTP/1.1 102 Processing\r\n\r\n', cb); }
  writeEarlyHints(hints, cb) {
    let head = 'HTTP/1.1 103 Early Hints\r\n';
    for (const name of Object.keys(hints)) head += `${name === 'link' ? 'Link' : name}: ${[].concat(hints[name]).join(', ')}\r\n`;
    this._interim(`${head}\r\n`, cb);
  }
  _done() { this._onDone?.(); }
});
hide(ServerResponse.prototype, { _onDone: null });

function Server(options, listener) {
  if (!(this instanceof Server)) return new Server(options, listener);
  if (typeof options === 'function') [options, listener] = [{}, options];
  net.Server.call(this, { ...options, allowHalfOpen: true, noDelay: options?.noDelay ?? true });
  options ??= {};
  this.timeout = 0;
  this.keepAliveTimeout = options.keepAliveTimeout ?? 5000;
  this.maxHeadersCount = null;
  this.maxRequestsPerSocket = options.maxRequestsPerSocket ?? 0;
  this.headersTimeout = options.headersTimeout ?? 60000;
  this.requestTimeout = options.requestTimeout ?? 300000;
  hide(this, {
    _sockets: new Set(), _headerLimit: options.maxHeaderSize ?? maxHeaderSize,
    _Incoming: options.IncomingMessage, _Response: options.ServerResponse ?? ServerResponse,
  });
  if (listener) this.on('request', listener);
  this.on('connection', serve);
}
callable(Server, net.Server, class extends net.Server {
  setTimeout(ms, callback) {
    if (typeof ms === 'function') [ms, callback] = [0, ms];
    this.timeout = ms;
    if (callback) this.on('timeout', callback);
    return this;
  }
  close(callback) {
    super.close(callback);
    this.closeIdleConnections();
    return this;
  }
  closeAllConnections() { for (const socket of this._sockets) socket.destroy(); }
  closeIdleConnections() { for (const socket of this._sockets) if (socket._idle) socket.destroy(); }
});

// serve answers the requests of a connection, one after the other.
function serve(socket) {
  const server = this;
  let response = null;
  let closing = false;
  let patience = null;
  let served = 0;
  server._sockets.add(socket);
  hide(socket, { _idle: true });
  const waitForHead = (ms) => {
    clearTimeout(patience);
    patience = ms > 0 ? setTimeout(() => socket.destroy(), ms) : null;
    patience?.unref();
  };
  waitForHead(server.headersTimeout);
  if (server.timeout) socket.setTimeout(server.timeout);
  socket.on('timeout', () => {
    const heard = (response?.req && !response.req.complete && response.req.emit('timeout', socket)) |
      response?.emit('timeout', socket) | server.emit('timeout', socket);
    if (!heard) socket.destroy();
  });

  const parser = new Parser(socket, false, server._headerLimit, {
    message(req, keepAlive) {
      waitForHead(0);
      socket._idle = false;
      if (server._Incoming) Object.setPrototypeOf(req, server._Incoming.prototype);
      if (req.method === 'CONNECT' || (req.upgrade && server.listenerCount('upgrade') > 0)) {
        const event = req.method === 'CONNECT' ? 'connect' : 'upgrade';
        req.upgrade = true;
        if (server.listenerCount(event) === 0) {
          socket.destroy();
          return 'stop';
        }
        parser.stopped = true;
        const rest = parser.input;
        parser.input = null;
        parser.detach();
        socket.removeListener('close', onClose);
        socket.removeListener('end', onEnd);
        socket.removeListener('error', onError);
        server._sockets.delete(socket);
        req.complete = true;
        req.push(null);
        req.resume();
        server.emit(event, req, socket, rest);
        return 'stop';
      }
      req.upgrade = false;
      const res = new server._Response(req);
      response = res;
      served++;
      res._keepAliveTimeout = server.keepAliveTimeout;
      res.shouldKeepAlive = res.shouldKeepAlive && keepAlive && !(server.maxRequestsPerSocket > 0 && served >= server.maxRequestsPerSocket);
      res.assignSocket(socket);
      parser.hold();
      res._onDone = () => {
        if (!req.complete || !req.readableDidRead) req.resume(); // what nobody has read is dropped
        response = null;
        res._answered = true;
        if (!req.complete && !res._last) {
          req.once('end', next);
        } else {
          next();
        }
        function next() {
          if (res._last || closing) {
            socket.destroySoon();
            return;
          }
          socket._idle = true;
          waitForHead(server.keepAliveTimeout);
          parser.release();
          if (!server.listening && socket._idle) socket.destroySoon();
        }
      };
      if (req.headers.expect !== undefined && req.httpVersionMinor === 1) {
        if (/(?:^|\W)100-continue(?:$|\W)/i.test(req.headers.expect)) {
          if (server.listenerCount('checkContinue') > 0) {
            server.emit('checkContinue', req, res);
            return false;
          }
          res.writeContinue();
        } else if (server.listenerCount('checkExpectation') > 0) {
          server.emit('checkExpectation', req, res);
          return false;
        } else {
          res.writeHead(417);
          res.end();
          return false;
        }
      }
      server.emit('request', req, res);
      return false;
    },
    complete() {},
    error(err) {
      waitForHead(0);
      if (server.emit('clientError', err, socket)) return;
      if (socket.writable && !response?.headersSent) {
        const status = err.code === 'HPE_HEADER_OVERFLOW' ? '431 Request Header Fields Too Large' : '400 Bad Request';
        socket.write(`HTTP/1.1 ${status}\r\nConnection: close\r\n\r\n`);
      }
      socket.destroySoon();
    },
  });
  function abandon() {
    const req = parser.message ?? response?.req;
    if (req && !req.complete && !req.destroyed) {
      req.closedByPeer = true;
      req.destroy();
    }
  }
  function onEnd() {
    closing = true;
    if (!parser.closed()) abandon();
    if (!response) socket.end();
  }
  function onClose() {
    server._sockets.delete(socket);
    waitForHead(0);
    abandon();
    if (response && !response.destroyed) {
      const res = response;
      response = null;
      res.destroy();
    }
  }
  function onError(err) { server.emit('clientError', err, socket); }
  socket.on('end', onEnd);
  socket.on('close', onClose);
  socket.on('error', onError);
}

module.exports = { Server, ServerResponse, STATUS_CODES, _connectionListener: serve };
