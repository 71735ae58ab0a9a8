'use strict';
// Constructors that old code calls without new.
const http = require('node:http');
const net = require('node:net');
const stream = require('node:stream');
const zlib = require('node:zlib');
const crypto = require('node:crypto');
const { StringDecoder } = require('node:string_decoder');
const util = require('node:util');
function sub(Base, ...args) { function Sub() { Base.apply(this, args); } util.inherits(Sub, Base); return new Sub(); }
for (const [name, o] of Object.entries({
  res: sub(http.ServerResponse, { method: 'GET', httpVersionMajor: 1, httpVersionMinor: 1, headers: {} }), req: sub(http.IncomingMessage, null), server: sub(http.Server), agent: sub(http.Agent, { keepAlive: true }),
  out: sub(http.OutgoingMessage), socket: sub(net.Socket), net: sub(net.Server), readable: sub(stream.Readable), transform: sub(stream.Transform), decoder: sub(StringDecoder, 'hex') })) {
  console.log(name, o.constructor.name, o instanceof stream, Object.getPrototypeOf(Object.getPrototypeOf(o)).constructor.name);
}
console.log(http.Agent({}) instanceof http.Agent, net.Socket() instanceof net.Socket, http.Server() instanceof net.Server, zlib.Gzip() instanceof zlib.Gzip, crypto.Hash('md5') instanceof crypto.Hash, stream.PassThrough() instanceof stream.Readable);
console.log(Object.prototype.toString.call(process));
