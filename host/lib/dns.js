'use strict';
// node:dns: the lookup of addresses.

const validate = require('internal/validators');
const net = require('net');

function lookup(hostname, options, callback) {
  if (typeof options === 'function') [options, callback] = [{}, options];
  else if (typeof options === 'number') options = { family: options };
  options ??= {};
  if (hostname) validate.string(hostname, 'hostname');
  validate.function(callback, 'callback');
  const family = { IPv4: 4, IPv6: 6 }[options.family] ?? options.family ?? 0;
  if (![0, 4, 6].includes(family)) validate.argumentValue('family', family, 'must be one of: 0, 4, 6');
  const known = net.isIP(hostname);
  if (known || !hostname) {
    const address = hostname ? hostname : null;
    const kind = hostname ? known : family === 6 ? 6 : 4;
    if (options.all) process.nextTick(callback, null, address ? [{ address, family: kind }] : []);
    else process.nextTick(callback, null, address, kind);
    return {};
  }
  binding.lookup(hostname, family, (err, found) => {
    if (err) {
      callback(err);
      return;
    }
    const list = found.map(([address, kind]) => ({ address, family: kind }));
    if (!options.verbatim && options.order === 'ipv4first') list.sort((a, b) => a.family - b.family);
    if (options.all) callback(null, list);
    else callback(null, list[0].address, list[0].family);
  });
  return {};
}
Object.defineProperty(lookup, Symbol.for('nodejs.util.promisify.custom'), { value: (hostname, options) => module.exports.promises.lookup(hostname, options) });

// The codes of failed queries.
const codes = Object.fromEntries(['NODATA', 'FORMERR', 'SERVFAIL', 'NOTFOUND', 'NOTIMP', 'REFUSED', 'BADQUERY', 'BADNAME', 'BADFAMILY', 'BADRESP', 'CONNREFUSED',
  'TIMEOUT', 'EOF', 'FILE', 'NOMEM', 'DESTRUCTION', 'BADSTR', 'BADFLAGS', 'NONAME', 'BADHINTS', 'NOTINITIALIZED', 'LOADIPHLPAPI', 'ADDRGETNETWORKPARAMS',
  'CANCELLED'].map((name) => [name, `E${name}`]));

module.exports = {
  ...codes, lookup, ADDRCONFIG: 32, ALL: 16, V4MAPPED: 8,
  getServers: () => [], getDefaultResultOrder: () => 'verbatim', setDefaultResultOrder() {},
  promises: {
    ...codes,
    lookup: (hostname, options) => new Promise((resolve, reject) => {
      lookup(hostname, options ?? {}, (err, address, family) => {
        if (err) reject(err);
        else resolve(Array.isArray(address) ? address : { address, family });
      });
    }),
  },
};
