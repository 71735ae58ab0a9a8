'use strict';
// Duplex streams, and those that transform what passes through.

const Readable = require('internal/streams/readable');
const Writable = require('internal/streams/writable');
const errors = require('internal/streams/errors');

function Duplex(options) {
  if (!(this instanceof Duplex)) return new Duplex(options);
  Readable.call(this, options);
  Writable.call(this, options);
  this.allowHalfOpen = options?.allowHalfOpen !== false;
  if (options) {
    if (options.readable === false) {
      this._readableState.readable = false;
      this._readableState.ended = true;
      this._readableState.endEmitted = true;
    }
    if (options.writable === false) {
      this._writableState.writable = false;
      this._writableState.ending = true;
      this._writableState.ended = true;
      this._writableState.finished = true;
    }
    if (options.signal) require('internal/streams/end').addAbortSignal(options.signal, this);
  }
}
Object.setPrototypeOf(Duplex.prototype, Readable.prototype);
Object.setPrototypeOf(Duplex, Readable);
module.exports = Duplex;

for (const name of ['write', 'cork', 'uncork', 'setDefaultEncoding', '_write', '_writev', 'end']) Duplex.prototype[name] = Writable.prototype[name];
for (const name of ['writable', 'writableHighWaterMark', 'writableObjectMode', 'writableBuffer', 'writableLength', 'writableFinished',
  'writableCorked', 'writableEnded', 'writableNeedDrain', 'writableAborted'])
  Object.defineProperty(Duplex.prototype, name, { ...Object.getOwnPropertyDescriptor(Writable.prototype, name), configurable: true });

const destroy = Writable.prototype.destroy;
Duplex.prototype.destroy = function(err, cb) { return Reflect.apply(destroy, this, [err, cb]); };
Object.defineProperty(Duplex.prototype, 'destroyed', {
  configurable: true,
  get() {
    if (this._readableState === undefined || this._writableState === undefined) return false;
    return this._readableState.destroyed && this._writableState.destroyed;
  },
  set(value) {
    if (this._readableState && this._writableState) this._readableState.destroyed = this._writableState.destroyed = value;
  },
});
Duplex.from = (body) => require('internal/streams/from').duplex(body, 'body');
Duplex.fromWeb = (pair, options) => require('internal/streams/adapters').duplexFromWeb(pair, options);
Duplex.toWeb = (duplex) => require('internal/streams/adapters').duplexToWeb(duplex);

// The transform's callback waits in kCallback while the readable side is full.
const kCallback = Symbol('kCallback');

function Transform(options) {
  if (!(this instanceof Transform)) return new Transform(options);
  // Without a buffer of its own, the readable side's pressure reaches the writer.
  const readableMark = options ? require('internal/streams/legacy').highWaterMark(!!(options.objectMode || options.readableObjectMode), options, 'readableHighWaterMark', true) : undefined;
  if (readableMark === 0) {
    options = { ...options, highWaterMark: null, readableHighWaterMark: 0, writableHighWaterMark: options.writableHighWaterMark || 0 };
  }
  Duplex.call(this, options);
  this._readableState.sync = false;
  this[kCallback] = null;
  if (options) {
    if (typeof options.transform === 'function') this._transform = options.transform;
    if (typeof options.flush === 'function') this._flush = options.flush;
  }
  this.on('prefinish', onPrefinish);
}
Object.setPrototypeOf(Transform.prototype, Duplex.prototype);
Object.setPrototypeOf(Transform, Duplex);
Duplex.Transform = Transform;

function finalize(cb) {
  if (typeof this._flush === 'function' && !this.destroyed) {
    this._flush((er, data) => {
      if (er) {
        if (cb) cb(er);
        else this.destroy(er);
        return;
      }
      if (data !== null && data !== undefined) this.push(data);
      this.push(null);
      if (cb) cb();
    });
  } else {
    this.push(null);
    if (cb) cb();
  }
}

function onPrefinish() {
  if (this._final !== finalize) finalize.call(this);
}

Transform.prototype._final = finalize;
Transform.prototype._transform = function() { throw errors.notImplemented('_transform()'); };
Transform.prototype._write = function(chunk, encoding, callback) {
  const r = this._readableState;
  const w = this._writableState;
  const { length } = r;
  this._transform(chunk, encoding, (err, val) => {
    if (err) {
      callback(err);
      return;
    }
    if (val !== null && val !== undefined) this.push(val);
    if (w.ended || length === r.length || r.length < r.highWaterMark) callback();
    else this[kCallback] = callback;
  });
};
Transform.prototype._read = function() {
  const callback = this[kCallback];
  if (!callback) return;
  this[kCallback] = null;
  callback();
};

function PassThrough(options) {
  if (!(this instanceof PassThrough)) return new PassThrough(options);
  Transform.call(this, options);
}
Object.setPrototypeOf(PassThrough.prototype, Transform.prototype);
Object.setPrototypeOf(PassThrough, Transform);
PassThrough.prototype._transform = function(chunk, encoding, cb) { cb(null, chunk); };
Duplex.PassThrough = PassThrough;
