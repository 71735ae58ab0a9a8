'use strict';
// node:http

const { Server, ServerResponse, STATUS_CODES, _connectionListener } = require('internal/http/server');
const { OutgoingMessage, validateName, validateValue } = require('internal/http/outgoing');
const { IncomingMessage, maxHeaderSize } = require('internal/http/wire');
const client = require('internal/http/client');

const { Agent, ClientRequest } = client;
let { globalAgent } = client;

const METHODS = ['ACL', 'BIND', 'CHECKOUT', 'CONNECT', 'COPY', 'DELETE', 'GET', 'HEAD', 'LINK', 'LOCK', 'M-SEARCH', 'MERGE', 'MKACTIVITY', 'MKCALENDAR',
  'MKCOL', 'MOVE', 'NOTIFY', 'OPTIONS', 'PATCH', 'POST', 'PROPFIND', 'PROPPATCH', 'PURGE', 'PUT', 'REBIND', 'REPORT', 'SEARCH', 'SOURCE',
  'SUBSCRIBE', 'TRACE', 'UNBIND', 'UNLINK', 'UNLOCK', 'UNSUBSCRIBE'];

function request(url, options, callback) { return new ClientRequest(url, options, callback); }
function get(url, options, callback) {
  const req = request(url, options, callback);
  req.end();
  return req;
}

module.exports = {
  _connectionListener, METHODS, STATUS_CODES, Agent, ClientRequest, IncomingMessage, OutgoingMessage, Server, ServerResponse,
  createServer: (options, listener) => new Server(options, listener),
  validateHeaderName: validateName, validateHeaderValue: validateValue, get, request, maxHeaderSize,
  setMaxIdleHTTPParsers() {},
};
Object.defineProperty(module.exports, 'globalAgent', {
  configurable: true, enumerable: true, get: () => globalAgent, set: (v) => { globalAgent = v; },
});
