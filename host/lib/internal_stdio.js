'use strict';
// process.stdin, stdout and stderr.

const { Buffer } = require('buffer');
const Readable = require('internal/streams/readable');
const Writable = require('internal/streams/writable');

class WriteStream extends Writable {
  constructor(fd) {
    super({ decodeStrings: false, highWaterMark: 16384, emitClose: false, autoDestroy: false });
    this.fd = fd;
    this._type = { tty: 'tty', file: 'fs', pipe: 'pipe' }[binding.kind(fd)];
    this._isStdio = true;
    if (this._type === 'tty') {
      this.isTTY = true;
      this.columns = Number(process.env.COLUMNS) || 80;
      this.rows = Number(process.env.LINES) || 24;
    }
  }
  _write(chunk, encoding, cb) {
    if (typeof chunk === 'string' && !/^utf-?8$/i.test(encoding)) chunk = Buffer.from(chunk, encoding);
    cb(binding.write(this.fd, chunk));
  }
  // A standard stream is never closed.
  _destroy(err, cb) { cb(err); }
  destroySoon() { this.destroy(); }
  getWindowSize() { return [this.columns, this.rows]; }
  getColorDepth() {
    const { env } = process;
    if (env.NO_COLOR !== undefined || env.NODE_DISABLE_COLORS || env.TERM === 'dumb') return 1;
    if (env.COLORTERM === 'truecolor' || env.COLORTERM === '24bit') return 24;
    return /256/.test(env.TERM ?? '') ? 8 : 4;
  }
  hasColors(count = 16) { return typeof count === 'number' && count <= 2 ** this.getColorDepth(); }
  cursorTo(x, y, callback) { return require('readline').cursorTo(this, x, y, callback); }
  moveCursor(dx, dy, callback) { return require('readline').moveCursor(this, dx, dy, callback); }
  clearLine(dir, callback) { return require('readline').clearLine(this, dir, callback); }
  clearScreenDown(callback) { return require('readline').clearScreenDown(this, callback); }
}

class ReadStream extends Readable {
  #reading = false;

  constructor() {
    super({ highWaterMark: 65536 });
    this.fd = 0;
    const kind = binding.kind(0);
    this._type = { tty: 'tty', file: 'fs', pipe: 'pipe' }[kind];
    if (kind === 'tty') {
      this.isTTY = true;
      this.isRaw = false;
    }
  }
  _read() {
    if (this.#reading) return;
    this.#reading = true;
    binding.read((err, bytes) => {
      this.#reading = false;
      if (err) this.destroy(err);
      else this.push(bytes.length === 0 ? null : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
    });
  }
  setRawMode(mode) {
    this.isRaw = !!mode;
    return this;
  }
  ref() { return this; }
  unref() { return this; }
}

module.exports = { stdin: () => new ReadStream(), stdout: () => new WriteStream(1), stderr: () => new WriteStream(2), ReadStream, WriteStream };
