'use strict';
// node:url: the URL Standard's classes, file URLs, and the older parser.

const check = require('internal/validators');
const { URL, URLSearchParams, isURL, formatURL, domainToASCII, domainToUnicode } = require('internal/url');

// A URL as Node sees it has the parts of one; that it is of class URL is not asked.
const looksLikeURL = (v) => Boolean(v?.href && v.protocol && v.auth === undefined && v.path === undefined);

function fileURLToPath(path, options) {
  if (typeof path === 'string') path = new URL(path);
  else if (!looksLikeURL(path)) check.typeError('path', 'of type string or an instance of URL', path);
  if (path.protocol !== 'file:') check.fail(TypeError, 'ERR_INVALID_URL_SCHEME', 'The URL must be of scheme file');
  const windows = options?.windows ?? process.platform === 'win32';
  return windows ? windowsPath(path) : posixPath(path);
}

const badPath = (message) => check.make(TypeError, 'ERR_INVALID_FILE_URL_PATH', `File URL path ${message}`);

function posixPath(url) {
  if (url.hostname !== '')
    check.fail(TypeError, 'ERR_INVALID_FILE_URL_HOST', `File URL host must be "localhost" or empty on ${process.platform}`);
  if (/%2f/i.test(url.pathname)) throw badPath('must not include encoded / characters');
  return decodeURIComponent(url.pathname);
}

function windowsPath(url) {
  let { pathname } = url;
  if (/%2f|%5c/i.test(pathname)) throw badPath('must not include encoded \\ or / characters');
  pathname = decodeURIComponent(pathname.replace(/\//g, '\\'));
  if (url.hostname !== '') return `\\\\${domainToUnicode(url.hostname)}${pathname}`;
  if (!/^.[a-z]:/i.test(pathname)) throw badPath('must be absolute');
  return pathname.slice(1);
}

const fileEscapes = { '%': '%25', '\\': '%5C', '\n': '%0A', '\r': '%0D', '\t': '%09', '?': '%3F', '#': '%23' };

function pathToFileURL(filepath, options) {
  check.string(filepath, 'path');
  const windows = options?.windows ?? process.platform === 'win32';
  const path = windows ? require('path').win32 : require('path');
  let resolved = path.resolve(filepath);
  const last = filepath.at(-1);
  if ((last === '/' || windows && last === '\\') && resolved.at(-1) !== path.sep) resolved += '/';
  if (windows) return new URL(`file:///${resolved.replace(/\\/g, '/').replace(/[%\n\r\t?#]/g, (c) => fileEscapes[c])}`);
  return new URL(`file://${resolved.replace(/[%\\\n\r\t?#]/g, (c) => fileEscapes[c])}`);
}

function urlToHttpOptions(url) {
  const { hostname, pathname, port, username, password, search } = url;
  const options = {
    __proto__: null, ...url, protocol: url.protocol,
    hostname: typeof hostname === 'string' && hostname.startsWith('[') ? hostname.slice(1, -1) : hostname,
    hash: url.hash, search, pathname, path: `${pathname || ''}${search || ''}`, href: url.href,
  };
  if (port !== '') options.port = Number(port);
  if (username || password) options.auth = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return options;
}

// The older parser.

function Url() {
  this.protocol = null;
  this.slashes = null;
  this.auth = null;
  this.host = null;
  this.port = null;
  this.hostname = null;
  this.hash = null;
  this.search = null;
  this.query = null;
  this.pathname = null;
  this.path = null;
  this.href = null;
}

const slashed = new Set(['http', 'https', 'ftp', 'gopher', 'file', 'ws', 'wss'].flatMap((p) => [p, `${p}:`]));
const hostless = new Set(['javascript', 'javascript:']);
const autoEscaped = { '\t': '%09', '\n': '%0A', '\r': '%0D', ' ': '%20', '"': '%22', "'": '%27', '<': '%3C', '>': '%3E', '\\': '%5C', '^': '%5E', '`': '%60', '{': '%7B', '|': '%7C', '}': '%7D' };
const forbidden = /[\0\t\n\r #%/:<>?@[\\\]^|]/;
const forbiddenIPv6 = /[\0\t\n\r #%/<>?@\\^|]/;

Url.prototype.parse = function(url, parseQueryString, slashesDenoteHost) {
  check.string(url, 'url');
  // Backslashes before the query are slashes.
  const cut = url.search(/[?#]/);
  let rest = (cut < 0 ? url.replace(/\\/g, '/') : url.slice(0, cut).replace(/\\/g, '/') + url.slice(cut))
    .replace(/^[\s\uFEFF]+|[\s\uFEFF]+$/g, '');
  if (cut < 0 && !slashesDenoteHost && !rest.includes('#') && !rest.includes('@')) {
    const simple = /^(\/\/?(?!\/)[^?\s]*)(\?[^\s]*)?$/.exec(rest);
    if (simple) {
      this.path = rest;
      this.href = rest;
      this.pathname = simple[1];
      if (parseQueryString) {
        this.search = '';
        this.query = { __proto__: null };
      }
      return this;
    }
  }
  const proto = /^[a-z0-9.+-]+:/i.exec(rest)?.[0];
  const lower = proto?.toLowerCase();
  if (proto) {
    this.protocol = lower;
    rest = rest.slice(proto.length);
  }
  let slashes = false;
  if (slashesDenoteHost || proto || /^\/\/[^@/]+@[^@/]+/.test(rest)) {
    slashes = rest.startsWith('//');
    if (slashes && !(lower && hostless.has(lower))) {
      rest = rest.slice(2);
      this.slashes = true;
    }
  }
  if (!hostless.has(lower) && (slashes || proto && !slashed.has(proto))) {
    const stop = rest.search(/[/?#]/);
    let end = stop < 0 ? rest.length : stop;
    const at = rest.lastIndexOf('@', end - 1);
    let start = 0;
    if (at >= 0) {
      this.auth = decodeURIComponent(rest.slice(0, at));
      start = at + 1;
    }
    const bad = rest.slice(start, end).search(/[\t\n\r "'<>\\^`{|};]/);
    if (bad >= 0) end = start + bad;
    let host = rest.slice(start, end);
    rest = rest.slice(end);
    const port = /:[0-9]*$/.exec(host)?.[0];
    if (port) {
      if (port !== ':') this.port = port.slice(1);
      host = host.slice(0, -port.length);
    }
    this.hostname = host;
    const ipv6 = host.startsWith('[') && host.endsWith(']');
    if (this.hostname.length > 255) this.hostname = '';
    else this.hostname = this.hostname.toLowerCase();
    const invalid = () => {
      const e = check.make(TypeError, 'ERR_INVALID_URL', 'Invalid URL');
      e.input = url;
      return e;
    };
    if (this.hostname !== '') {
      if (ipv6) {
        if (forbiddenIPv6.test(this.hostname)) throw invalid();
      } else {
        const ascii = /[^\0-\x7F]/.test(this.hostname) ? domainToASCII(this.hostname) : this.hostname;
        if (ascii === '' || forbidden.test(ascii)) {
          if (/:/.test(ascii) && !/[\0\t\n\r #%/<>?@[\\\]^|]/.test(ascii)) check.argumentValue('url', url, `Invalid port in url`);
          throw invalid();
        }
        this.hostname = ascii;
      }
    }
    this.host = this.hostname + (this.port ? `:${this.port}` : '');
    if (ipv6) {
      this.hostname = this.hostname.slice(1, -1);
      if (rest[0] !== '/') rest = `/${rest}`;
    }
  }
  if (!hostless.has(lower)) rest = rest.replace(/[\t\n\r "'<>\\^`{|}]/g, (c) => autoEscaped[c]);
  const hash = rest.indexOf('#');
  const question = rest.slice(0, hash < 0 ? undefined : hash).indexOf('?');
  if (hash >= 0) this.hash = rest.slice(hash);
  if (question >= 0) {
    this.search = rest.slice(question, hash < 0 ? undefined : hash);
    this.query = this.search.slice(1);
    if (parseQueryString) this.query = require('querystring').parse(this.query);
  } else if (parseQueryString) {
    this.search = null;
    this.query = { __proto__: null };
  }
  const firstIdx = question >= 0 ? question : hash;
  if (firstIdx < 0) {
    if (rest.length > 0) this.pathname = rest;
  } else if (firstIdx > 0) {
    this.pathname = rest.slice(0, firstIdx);
  }
  if (slashed.has(lower) && this.hostname && !this.pathname) this.pathname = '/';
  if (this.pathname || this.search) this.path = (this.pathname || '') + (this.search || '');
  this.href = this.format();
  return this;
};

Url.prototype.format = function() {
  let auth = this.auth || '';
  if (auth) auth = `${encodeURIComponent(auth).replace(/%3A/i, ':').replace(/%24/g, '$').replace(/%26/g, '&').replace(/%2B/g, '+').replace(/%2C/g, ',').replace(/%3B/g, ';').replace(/%3D/g, '=')}@`;
  let protocol = this.protocol || '';
  let pathname = this.pathname || '';
  let hash = this.hash || '';
  let host = '';
  let query = '';
  if (this.host) {
    host = auth + this.host;
  } else if (this.hostname) {
    host = auth + (this.hostname.includes(':') && !/^\[.*\]$/.test(this.hostname) ? `[${this.hostname}]` : this.hostname);
    if (this.port) host += `:${this.port}`;
  }
  if (this.query !== null && typeof this.query === 'object') query = require('querystring').stringify(this.query);
  let search = this.search || (query && `?${query}`) || '';
  if (protocol && !protocol.endsWith(':')) protocol += ':';
  pathname = pathname.replace(/[#?]/g, (c) => c === '#' ? '%23' : '%3F');
  if (this.slashes || slashed.has(protocol)) {
    if (this.slashes || host) {
      if (pathname && pathname[0] !== '/') pathname = `/${pathname}`;
      host = `//${host}`;
    } else if (protocol.startsWith('file')) {
      host = '//';
    }
  }
  search = search.replace(/#/g, '%23');
  if (hash && hash[0] !== '#') hash = `#${hash}`;
  if (search && search[0] !== '?') search = `?${search}`;
  return protocol + host + pathname + search + hash;
};

Url.prototype.resolve = function(relative) { return this.resolveObject(urlParse(relative, false, true)).format(); };

Url.prototype.resolveObject = function(relative) {
  if (typeof relative === 'string') relative = new Url().parse(relative, false, true);
  const result = Object.assign(new Url(), this);
  result.hash = relative.hash;
  const done = () => {
    result.href = result.format();
    return result;
  };
  if (relative.href === '') return done();
  if (relative.slashes && !relative.protocol) {
    for (const k of Object.keys(relative)) if (k !== 'protocol') result[k] = relative[k];
    if (slashed.has(result.protocol) && result.hostname && !result.pathname) result.path = result.pathname = '/';
    return done();
  }
  if (relative.protocol && relative.protocol !== result.protocol) {
    if (!slashed.has(relative.protocol)) {
      Object.assign(result, relative);
      return done();
    }
    result.protocol = relative.protocol;
    if (!relative.host && !/^file:?$/.test(relative.protocol) && !hostless.has(relative.protocol)) {
      const path = (relative.pathname || '').split('/');
      while (path.length && !(relative.host = path.shift()));
      relative.host ||= '';
      relative.hostname ||= '';
      if (path[0] !== '') path.unshift('');
      if (path.length < 2) path.unshift('');
      result.pathname = path.join('/');
    } else {
      result.pathname = relative.pathname;
    }
    result.search = relative.search;
    result.query = relative.query;
    result.host = relative.host || '';
    result.auth = relative.auth;
    result.hostname = relative.hostname || relative.host;
    result.port = relative.port;
    if (result.pathname || result.search) result.path = (result.pathname || '') + (result.search || '');
    result.slashes ||= relative.slashes;
    return done();
  }
  return resolvePath(result, relative, done);
};

function resolvePath(result, relative, done) {
  const sourceAbsolute = result.pathname && result.pathname[0] === '/';
  const relativeAbsolute = relative.host || relative.pathname && relative.pathname[0] === '/';
  let mustEndAbsolute = relativeAbsolute || sourceAbsolute || result.host && relative.pathname;
  const removeAllDots = mustEndAbsolute;
  let source = result.pathname ? result.pathname.split('/') : [];
  const path = relative.pathname ? relative.pathname.split('/') : [];
  const noLeading = result.protocol && !slashed.has(result.protocol);
  if (noLeading) {
    result.hostname = '';
    result.port = null;
    if (result.host) {
      if (source[0] === '') source[0] = result.host;
      else source.unshift(result.host);
    }
    result.host = '';
    if (relative.protocol) {
      relative.hostname = null;
      relative.port = null;
      result.auth = null;
      if (relative.host) {
        if (path[0] === '') path[0] = relative.host;
        else path.unshift(relative.host);
      }
      relative.host = null;
    }
    mustEndAbsolute &&= path[0] === '' || source[0] === '';
  }
  const takeSearch = () => { result.search = relative.search; result.query = relative.query; };
  if (relativeAbsolute) {
    if (relative.host || relative.host === '') {
      if (result.host !== relative.host) result.auth = null;
      result.host = relative.host;
      result.port = relative.port;
    }
    if (relative.hostname || relative.hostname === '') {
      if (result.hostname !== relative.hostname) result.auth = null;
      result.hostname = relative.hostname;
    }
    takeSearch();
    source = path;
  } else if (path.length) {
    source.pop();
    source = source.concat(path);
    takeSearch();
  } else if (relative.search !== null && relative.search !== undefined) {
    if (noLeading) {
      result.hostname = result.host = source.shift();
      const at = result.host && result.host.indexOf('@') > 0 && result.host.split('@');
      if (at) {
        result.auth = at.shift();
        result.host = result.hostname = at.shift();
      }
    }
    takeSearch();
    if (result.pathname !== null || result.search !== null) result.path = (result.pathname || '') + (result.search || '');
    return done();
  }
  if (!source.length) {
    result.pathname = null;
    result.path = result.search ? `/${result.search}` : null;
    return done();
  }
  const last = source.at(-1);
  const trailing = (result.host || relative.host || source.length > 1) && (last === '.' || last === '..') || last === '';
  let up = 0;
  for (let i = source.length - 1; i >= 0; i--) {
    if (source[i] === '.') source.splice(i, 1);
    else if (source[i] === '..') { source.splice(i, 1); up++; }
    else if (up) { source.splice(i, 1); up--; }
  }
  if (!mustEndAbsolute && !removeAllDots) while (up--) source.unshift('..');
  if (mustEndAbsolute && source[0] !== '' && (!source[0] || source[0][0] !== '/')) source.unshift('');
  if (trailing && source.join('/').at(-1) !== '/') source.push('');
  const isAbsolute = source[0] === '' || source[0] && source[0][0] === '/';
  if (noLeading) {
    result.hostname = result.host = isAbsolute ? '' : source.length ? source.shift() : '';
    const at = result.host && result.host.indexOf('@') > 0 ? result.host.split('@') : false;
    if (at) {
      result.auth = at.shift();
      result.host = result.hostname = at.shift();
    }
  }
  mustEndAbsolute ||= result.host && source.length;
  if (mustEndAbsolute && !isAbsolute) source.unshift('');
  if (source.length) {
    result.pathname = source.join('/');
  } else {
    result.pathname = null;
    result.path = null;
  }
  if (result.pathname !== null || result.search !== null) result.path = (result.pathname || '') + (result.search || '');
  result.auth = relative.auth || result.auth;
  result.slashes ||= relative.slashes;
  return done();
}

function urlParse(url, parseQueryString, slashesDenoteHost) {
  if (url instanceof Url) return url;
  return new Url().parse(url, parseQueryString, slashesDenoteHost);
}

function urlFormat(url, options) {
  if (typeof url === 'string') url = urlParse(url);
  else if (typeof url !== 'object' || url === null) check.typeError('urlObject', 'one of type object or string', url);
  else if (isURL(url)) {
    let fragment = true;
    let unicode = false;
    let search = true;
    let auth = true;
    if (options) {
      check.object(options, 'options');
      if (options.fragment != null) fragment = Boolean(options.fragment);
      if (options.unicode != null) unicode = Boolean(options.unicode);
      if (options.search != null) search = Boolean(options.search);
      if (options.auth != null) auth = Boolean(options.auth);
    }
    return formatURL(url, auth, fragment, search, unicode);
  }
  return Url.prototype.format.call(url);
}

const urlResolve = (source, relative) => urlParse(source, false, true).resolve(relative);
const urlResolveObject = (source, relative) => source ? urlParse(source, false, true).resolveObject(relative) : relative;

module.exports = {
  Url, parse: urlParse, resolve: urlResolve, resolveObject: urlResolveObject, format: urlFormat, URL, URLSearchParams,
  domainToASCII(domain) {
    if (arguments.length < 1) throw require('internal/event_target').missing('domain');
    return domainToASCII(`${domain}`);
  },
  domainToUnicode(domain) {
    if (arguments.length < 1) throw require('internal/event_target').missing('domain');
    return domainToUnicode(`${domain}`);
  },
  pathToFileURL, fileURLToPath, urlToHttpOptions,
};
