'use strict';
// node:http2: its constants. Connections are not available.

const { make } = require('internal/validators');

const unavailable = (name) => ({ [name]() { throw make(Error, 'ERR_FEATURE_UNAVAILABLE_ON_PLATFORM', `http2.${name} is not available in Burrow`); } }[name]);

const constants = { NGHTTP2_NO_ERROR: 0, NGHTTP2_PROTOCOL_ERROR: 1, NGHTTP2_INTERNAL_ERROR: 2, NGHTTP2_REFUSED_STREAM: 7, NGHTTP2_CANCEL: 8 };
for (const name of ['STATUS', 'METHOD', 'AUTHORITY', 'SCHEME', 'PATH', 'PROTOCOL']) constants[`HTTP2_HEADER_${name}`] = `:${name.toLowerCase()}`;
for (const name of ['accept', 'accept-encoding', 'accept-language', 'authorization', 'cache-control', 'connection', 'content-encoding', 'content-length',
  'content-type', 'cookie', 'date', 'etag', 'expect', 'host', 'keep-alive', 'last-modified', 'location', 'proxy-connection', 'set-cookie', 'te',
  'transfer-encoding', 'upgrade', 'user-agent']) constants[`HTTP2_HEADER_${name.toUpperCase().replace(/-/g, '_')}`] = name;
for (const name of ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'CONNECT', 'OPTIONS', 'PATCH']) constants[`HTTP2_METHOD_${name}`] = name;

class Http2Session {}
class Http2ServerRequest {}
class Http2ServerResponse {}
module.exports = {
  constants, sensitiveHeaders: Symbol('nodejs.http2.sensitiveHeaders'), Http2Session, Http2ServerRequest, Http2ServerResponse,
  connect: unavailable('connect'), createServer: unavailable('createServer'), createSecureServer: unavailable('createSecureServer'),
  getDefaultSettings: () => ({}),
};
