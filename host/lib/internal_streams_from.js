'use strict';
// Streams made of other things: iterables, functions, promises, pairs.

const { Buffer } = require('buffer');
const errors = require('internal/streams/errors');
const q = require('internal/streams/state');
const validate = require('internal/validators');

function from(Readable, iterable, opts) {
  if (typeof iterable === 'string' || Buffer.isBuffer(iterable)) {
    return new Readable({
      objectMode: true, ...opts,
      read() {
        this.push(iterable);
        this.push(null);
      },
    });
  }
  let iterator;
  let isAsync;
  if (iterable?.[Symbol.asyncIterator]) {
    isAsync = true;
    iterator = iterable[Symbol.asyncIterator]();
  } else if (iterable?.[Symbol.iterator]) {
    isAsync = false;
    iterator = iterable[Symbol.iterator]();
  } else {
    validate.typeError('iterable', 'an instance of Iterable', iterable);
  }
  const readable = new Readable({ objectMode: true, highWaterMark: 1, ...opts });
  let reading = false;
  readable._read = () => {
    if (reading) return;
    reading = true;
    pump();
  };
  readable._destroy = (error, cb) => {
    close(error).then(() => process.nextTick(cb, error), (e) => process.nextTick(cb, e || error));
  };
  async function close(error) {
    if (error !== null && error !== undefined && typeof iterator.throw === 'function') {
      const { value, done } = await iterator.throw(error);
      await value;
      if (done) return;
    }
    if (typeof iterator.return === 'function') {
      const { value } = await iterator.return();
      await value;
    }
  }
  async function pump() {
    while (true) {
      try {
        const { value, done } = isAsync ? await iterator.next() : iterator.next();
        if (done) {
          readable.push(null);
        } else {
          const res = value && typeof value.then === 'function' ? await value : value;
          if (res === null) {
            reading = false;
            throw errors.nullValues();
          }
          if (readable.push(res)) continue;
          reading = false;
        }
      } catch (err) {
        readable.destroy(err);
      }
      break;
    }
  }
  return readable;
}

// duplex is Duplex.from.
from.duplex = function duplex(body, name) {
  const Duplex = require('internal/streams/duplex');
  const Readable = require('internal/streams/readable');
  const Writable = require('internal/streams/writable');
  if (q.isDuplexNode(body)) return body;
  if (q.isReadableNode(body)) return join({ readable: body });
  if (q.isWritableNode(body)) return join({ writable: body });
  if (q.isNode(body)) return join({ writable: false, readable: false });
  if (q.isReadableWeb(body)) return join({ readable: Readable.fromWeb(body) });
  if (q.isWritableWeb(body)) return join({ writable: Writable.fromWeb(body) });
  if (typeof body === 'function') return fromFunction(Duplex, body, name);
  if (typeof Blob === 'function' && body instanceof Blob) return duplex(body.arrayBuffer().then(Buffer.from));
  if (q.isIterable(body)) return from(ReadableDuplex(Duplex), body, { objectMode: true, writable: false });
  if (q.isReadableWeb(body?.readable) && q.isWritableWeb(body?.writable)) return Duplex.fromWeb(body);
  if (typeof body?.writable === 'object' || typeof body?.readable === 'object') {
    const readable = body.readable ? (q.isReadableNode(body.readable) ? body.readable : duplex(body.readable)) : undefined;
    const writable = body.writable ? (q.isWritableNode(body.writable) ? body.writable : duplex(body.writable)) : undefined;
    return join({ readable, writable });
  }
  if (typeof body?.then === 'function') {
    let d;
    body.then((val) => {
      if (val !== null && val !== undefined) d.push(val);
      d.push(null);
    }, (err) => require('internal/streams/destroy').destroyer(d, err));
    d = new Duplex({ objectMode: true, writable: false, read() {} });
    return d;
  }
  return validate.typeError(name, 'of type function or an instance of Blob, ReadableStream, WritableStream, Stream, Iterable, AsyncIterable, ' +
    'or Promise or { readable, writable } pair', body);
};

const ReadableDuplex = (Duplex) => function(options) { return new Duplex(options); };

function fromFunction(Duplex, body, name) {
  const { destroyer } = require('internal/streams/destroy');
  // Chunks wait here for the generator that reads them.
  let give = deferred();
  const ac = new AbortController();
  const value = body((async function* () {
    while (true) {
      const { chunk, done, cb } = await give.promise;
      give = deferred();
      process.nextTick(cb);
      if (done) return;
      if (ac.signal.aborted) throw errors.aborted(ac.signal);
      yield chunk;
    }
  })(), { signal: ac.signal });
  const write = (chunk, encoding, cb) => give.resolve({ chunk, done: false, cb });
  const destroy = (err, cb) => {
    ac.abort();
    cb(err);
  };
  if (q.isIterable(value)) {
    return from(ReadableDuplex(Duplex), value, {
      objectMode: true, write, final(cb) { give.resolve({ done: true, cb }); },
    });
  }
  if (typeof value?.then === 'function') {
    let d;
    const promise = value.then((val) => {
      if (val !== null && val !== undefined) throw errors.invalidReturn('nully', 'body', val);
    }, (err) => destroyer(d, err));
    d = new Duplex({
      objectMode: true, readable: false, write, destroy,
      final(cb) {
        give.resolve({
          done: true,
          async cb() {
            try {
              await promise;
              process.nextTick(cb, null);
            } catch (err) {
              process.nextTick(cb, err);
            }
          },
        });
      },
    });
    return d;
  }
  throw errors.invalidReturn('Iterable, AsyncIterable or AsyncFunction', name, value);
}

function deferred() {
  const d = {};
  d.promise = new Promise((resolve, reject) => Object.assign(d, { resolve, reject }));
  return d;
}

// join makes one Duplex of a readable and a writable stream.
function join(pair) {
  const Duplex = require('internal/streams/duplex');
  const { eos } = require('internal/streams/end');
  const { destroyer } = require('internal/streams/destroy');
  const r = pair.readable && typeof pair.readable.read !== 'function' ? require('internal/streams/readable').wrap(pair.readable) : pair.readable;
  const w = pair.writable;
  let readable = !!q.isReadable(r);
  let writable = !!q.isWritable(w);
  let onDrain;
  let onFinish;
  let onReadable;
  let onClose;
  const d = new Duplex({
    readableObjectMode: !!r?.readableObjectMode, writableObjectMode: !!w?.writableObjectMode, readable, writable,
  });
  function finished(err) {
    const cb = onClose;
    onClose = null;
    if (cb) cb(err);
    else if (err) d.destroy(err);
  }
  if (writable) {
    eos(w, (err) => {
      writable = false;
      if (err) destroyer(r, err);
      finished(err);
    });
    d._write = (chunk, encoding, callback) => {
      if (w.write(chunk, encoding)) callback();
      else onDrain = callback;
    };
    d._final = (callback) => {
      w.end();
      onFinish = callback;
    };
    w.on('drain', () => {
      const cb = onDrain;
      onDrain = null;
      cb?.();
    });
    w.on('finish', () => {
      const cb = onFinish;
      onFinish = null;
      cb?.();
    });
  }
  if (readable) {
    eos(r, (err) => {
      readable = false;
      if (err) destroyer(r, err);
      finished(err);
    });
    r.on('readable', () => {
      const cb = onReadable;
      onReadable = null;
      cb?.();
    });
    r.on('end', () => d.push(null));
    d._read = () => {
      while (true) {
        const buf = r.read();
        if (buf === null) {
          onReadable = d._read;
          return;
        }
        if (!d.push(buf)) return;
      }
    };
  }
  d._destroy = (err, callback) => {
    if (!err && onClose !== null && (readable || writable)) err = new errors.AbortError();
    onReadable = onDrain = onFinish = null;
    onClose = callback;
    if (writable) destroyer(w, err);
    if (readable) destroyer(r, err);
    if (!writable && !readable) {
      onClose = null;
      callback(err);
    }
  };
  return d;
}

module.exports = from;
