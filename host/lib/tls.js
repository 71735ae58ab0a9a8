'use strict';
// node:tls: clients, over the library of Go.

const net = require('net');

class TLSSocket extends net.Socket {
  constructor(options) {
    super(options);
    this.encrypted = true;
    this.authorized = false;
    this.alpnProtocol = false;
    this.servername = null;
  }
  getPeerCertificate() { return {}; }
  getProtocol() { return 'TLSv1.3'; }
}

function connect(...args) {
  const [options, callback] = net._normalizeArgs(args);
  const rest = typeof args[1] === 'object' ? args[1] : typeof args[2] === 'object' ? args[2] : {};
  Object.assign(options, rest);
  const socket = new TLSSocket(options);
  const host = options.host || 'localhost';
  const servername = options.servername ?? host;
  socket.servername = net.isIP(servername) ? false : servername;
  if (callback) socket.once('secureConnect', callback);
  // The connection counts as made when it is encrypted.
  socket._secure = (handle, done) => handle.secure({ servername, rejectUnauthorized: options.rejectUnauthorized, ca: options.ca }, (err) => {
    if (!err) socket.authorized = options.rejectUnauthorized !== false;
    done(err);
  });
  socket.once('connect', () => socket.emit('secureConnect'));
  return socket.connect([options, null]);
}

module.exports = { TLSSocket, connect, rootCertificates: [], DEFAULT_MIN_VERSION: 'TLSv1.2', DEFAULT_MAX_VERSION: 'TLSv1.3' };
