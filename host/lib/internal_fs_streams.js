'use strict';
// fs.ReadStream and fs.WriteStream.

const { Buffer } = require('buffer');
const Readable = require('internal/streams/readable');
const Writable = require('internal/streams/writable');
const { finished } = require('internal/streams/end');
const validate = require('internal/validators');

function pathText(path) {
  if (typeof path === 'string') return path;
  if (Buffer.isBuffer(path)) return path.toString();
  if (typeof path === 'object' && path?.protocol === 'file:') return path.href;
  return validate.typeError('path', 'of type string or an instance of Buffer or URL', path);
}

function checkPosition(value, name) {
  if (value === undefined) return;
  if (typeof value !== 'number') validate.typeError(name, 'of type number', value);
  if (!Number.isInteger(value)) throw validate.make(RangeError, 'ERR_OUT_OF_RANGE', `The value of "${name}" is out of range. It must be an integer. Received ${value}`);
  if (value < 0) throw validate.make(RangeError, 'ERR_OUT_OF_RANGE', `The value of "${name}" is out of range. It must be >= 0 && <= 9007199254740991. Received ${value}`);
}

function readOptions(options, defaults) {
  if (options === undefined || options === null) return { ...defaults };
  if (typeof options === 'string') {
    if (!Buffer.isEncoding(options)) validate.argumentValue('encoding', options, 'is invalid encoding');
    return { ...defaults, encoding: options };
  }
  if (typeof options !== 'object') validate.typeError('options', 'of type string or an instance of Object', options);
  return { ...defaults, ...options };
}

// A file given by its descriptor, or by a FileHandle.
function openGiven(stream, options) {
  const { fd } = options;
  if (typeof fd === 'object') {
    stream.handle = fd;
    stream.fd = fd.fd;
  } else {
    stream.fd = fd;
  }
  const fs = options.fs ?? require('fs');
  const number = stream.fd;
  return {
    read(at, length, cb) {
      const buf = Buffer.alloc(length);
      fs.read(number, buf, 0, length, at < 0 ? null : at, (err, n) => cb(err, err ? undefined : buf.subarray(0, n)));
    },
    write(data, at, cb) { fs.write(number, data, 0, data.length, at < 0 ? null : at, cb); },
    close(cb) { if (stream.handle) stream.handle.close().then(() => cb(), cb); else fs.close(number, cb); },
    sync(cb) { fs.fsync(number, cb); },
  };
}

function open(stream, callback) {
  if (stream._file) {
    callback();
    return;
  }
  binding.open(stream.path, stream.flags, stream.mode, (err, file) => {
    if (err) {
      callback(err);
      return;
    }
    stream._file = file;
    stream.fd = file.fd;
    callback();
    stream.emit('open', stream.fd);
    stream.emit('ready');
  });
}

function closeFile(stream, err, cb) {
  const file = stream._file;
  if (!file || stream.closedFile) {
    cb(err);
    return;
  }
  stream.closedFile = true;
  stream.fd = null;
  file.close((er) => cb(er ?? err));
}

// hidden keeps the open file out of what inspection shows.
function hidden(stream) {
  Object.defineProperty(stream, '_file', { value: undefined, writable: true, configurable: true });
  Object.defineProperty(stream, 'closedFile', { value: false, writable: true, configurable: true });
  Object.defineProperty(stream, 'busy', { value: null, writable: true, configurable: true });
}

function ReadStream(path, options) {
  if (!(this instanceof ReadStream)) return new ReadStream(path, options);
  options = readOptions(options, { highWaterMark: 64 * 1024 });
  hidden(this);
  if (options.fd === undefined || options.fd === null) {
    this.path = pathText(path);
    this.flags = options.flags ?? 'r';
    this.mode = options.mode ?? 0o666;
    this.fd = null;
  } else {
    this._file = openGiven(this, options);
  }
  this.start = options.start;
  this.end = options.end ?? Infinity;
  this.pos = undefined;
  this.bytesRead = 0;
  if (options.autoClose === false) options.autoDestroy = false;
  checkPosition(this.start, 'start');
  if (this.start !== undefined) this.pos = this.start;
  if (options.end === undefined || options.end === null) {
    this.end = Infinity;
  } else if (this.end !== Infinity) {
    checkPosition(this.end, 'end');
    if (this.start !== undefined && this.start > this.end)
      throw validate.make(RangeError, 'ERR_OUT_OF_RANGE', `The value of "start" is out of range. It must be <= "end" (here: ${this.end}). Received ${this.start}`);
  }
  Readable.call(this, options);
}
Object.setPrototypeOf(ReadStream.prototype, Readable.prototype);
Object.setPrototypeOf(ReadStream, Readable);

ReadStream.prototype._construct = function(cb) { open(this, cb); };
ReadStream.prototype._read = function(n) {
  n = this.pos === undefined ? Math.min(this.end - this.bytesRead + 1, n) : Math.min(this.end - this.pos + 1, n);
  if (n <= 0) {
    this.push(null);
    return;
  }
  this.busy = true;
  this._file.read(this.pos ?? -1, n, (err, bytes) => {
    this.busy = false;
    if (this.destroyed) {
      this.emit('busy-done');
      return;
    }
    if (err) {
      this.destroy(err);
    } else if (bytes.length > 0) {
      if (this.pos !== undefined) this.pos += bytes.length;
      this.bytesRead += bytes.length;
      this.push(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
    } else {
      this.push(null);
    }
  });
};

function destroyWhenIdle(err, cb) {
  if (this.busy) this.once('busy-done', () => closeFile(this, err, cb));
  else closeFile(this, err, cb);
}

function close(cb) {
  if (this.closed) {
    if (cb) process.nextTick(cb);
    return;
  }
  if (cb) finished(this).then(() => cb(null), cb);
  if (this instanceof WriteStream) {
    if (!this.autoClose) this.on('finish', this.destroy);
    this.end();
  } else {
    this.destroy();
  }
}

ReadStream.prototype._destroy = destroyWhenIdle;
ReadStream.prototype.close = function(cb) {
  if (typeof cb === 'function') require('internal/streams/end').eos(this, cb);
  this.destroy();
};
Object.defineProperty(ReadStream.prototype, 'pending', { configurable: true, get() { return this.fd === null; } });
Object.defineProperty(ReadStream.prototype, 'autoClose', {
  configurable: true,
  get() { return this._readableState.autoDestroy; },
  set(v) { this._readableState.autoDestroy = v; },
});

function WriteStream(path, options) {
  if (!(this instanceof WriteStream)) return new WriteStream(path, options);
  options = readOptions(options, {});
  options.decodeStrings = true;
  hidden(this);
  if (options.fd === undefined || options.fd === null) {
    this.path = pathText(path);
    this.flags = options.flags ?? 'w';
    this.mode = options.mode ?? 0o666;
    this.fd = null;
  } else {
    this._file = openGiven(this, options);
  }
  this.start = options.start;
  this.pos = undefined;
  this.bytesWritten = 0;
  if (options.autoClose === false) options.autoDestroy = false;
  checkPosition(this.start, 'start');
  if (this.start !== undefined) this.pos = this.start;
  Object.defineProperty(this, 'flush', { value: options.flush === true, configurable: true });
  Writable.call(this, options);
  if (options.encoding) this.setDefaultEncoding(options.encoding);
}
Object.setPrototypeOf(WriteStream.prototype, Writable.prototype);
Object.setPrototypeOf(WriteStream, Writable);

WriteStream.prototype._construct = function(cb) { open(this, cb); };
WriteStream.prototype._write = function(data, encoding, cb) {
  this.busy = true;
  this._file.write(data, this.pos ?? -1, (err, n) => {
    this.busy = false;
    if (this.destroyed) {
      cb(err);
      this.emit('busy-done');
      return;
    }
    if (!err) {
      this.bytesWritten += n;
      if (this.pos !== undefined) this.pos += n;
    }
    cb(err);
  });
};
WriteStream.prototype._writev = function(chunks, cb) {
  this._write(Buffer.concat(chunks.map((x) => x.chunk)), 'buffer', cb);
};
WriteStream.prototype._destroy = function(err, cb) {
  if (this.flush && this._file && !err) this._file.sync((er) => destroyWhenIdle.call(this, er ?? err, cb));
  else destroyWhenIdle.call(this, err, cb);
};
WriteStream.prototype.close = close;
WriteStream.prototype.destroySoon = Writable.prototype.end;
Object.defineProperty(WriteStream.prototype, 'pending', { configurable: true, get() { return this.fd === null; } });
Object.defineProperty(WriteStream.prototype, 'autoClose', {
  configurable: true,
  get() { return this._writableState.autoDestroy; },
  set(v) { this._writableState.autoDestroy = v; },
});

module.exports = {
  ReadStream, WriteStream,
  createReadStream: (path, options) => new ReadStream(path, options),
  createWriteStream: (path, options) => new WriteStream(path, options),
};
