'use strict';
// node:https: clients.

const { Agent: Plain, ClientRequest } = require('internal/http/client');
const tls = require('tls');
const { make } = require('internal/validators');

class Agent extends Plain {
  constructor(options) {
    super(options);
    this.defaultPort = 443;
    this.protocol = 'https:';
  }
  createConnection(options, callback) { return tls.connect(options, callback); }
  getName(options = {}) { return `${super.getName(options)}:${options.servername ?? ''}:${options.rejectUnauthorized ?? ''}`; }
}
const globalAgent = new Agent({ keepAlive: true, scheduling: 'lifo', timeout: 5000 });

function request(...args) {
  let input = {};
  if (typeof args[0] === 'string') input = require('internal/http/client').urlOptions(new URL(args.shift()));
  else if (args[0] instanceof URL) input = require('internal/http/client').urlOptions(args.shift());
  const options = { ...input, ...(typeof args[0] === 'object' ? args.shift() : {}), _defaultAgent: module.exports.globalAgent };
  return new ClientRequest(options, args[0]);
}
function get(...args) {
  const req = request(...args);
  req.end();
  return req;
}
function createServer() { throw make(Error, 'ERR_FEATURE_UNAVAILABLE_ON_PLATFORM', 'https.createServer: servers with TLS are not available in Burrow'); }

module.exports = { Agent, globalAgent, get, request, createServer, Server: createServer };
