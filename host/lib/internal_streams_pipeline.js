'use strict';
// pipeline joins streams, iterables and generator functions, and ends them all
// when one ends; compose makes one Duplex of them.

const errors = require('internal/streams/errors');
const q = require('internal/streams/state');
const validate = require('internal/validators');
const { eos, finished, checkSignal } = require('internal/streams/end');
const { destroyer } = require('internal/streams/destroy');
const Duplex = require('internal/streams/duplex');
const Readable = require('internal/streams/readable');

const { PassThrough } = Duplex;
const once = (f) => {
  let called = false;
  return (...args) => {
    if (called) return;
    called = true;
    Reflect.apply(f, undefined, args);
  };
};

// watch returns what destroys a stream of the pipeline, and a cleanup.
function watch(stream, reading, writing) {
  let done = false;
  stream.on('close', () => { done = true; });
  const cleanup = eos(stream, { readable: reading, writable: writing }, (err) => { done = !err; });
  return {
    destroy(err) {
      if (done) return;
      done = true;
      destroyer(stream, err || errors.destroyed('pipe'));
    },
    cleanup,
  };
}

function toAsyncIterable(value, name) {
  if (q.isIterable(value)) return value;
  if (q.isReadableNode(value)) return Readable.prototype[Symbol.asyncIterator].call(value);
  return validate.typeError(name ?? 'val', 'an instance of Readable, Iterable, or AsyncIterable', value);
}

async function pumpToNode(iterable, writable, finish, { end }) {
  let error;
  let onResolve = null;
  const resume = (err) => {
    if (err) error = err;
    if (onResolve) {
      const f = onResolve;
      onResolve = null;
      f();
    }
  };
  const wait = () => new Promise((resolve, reject) => {
    if (error) {
      reject(error);
    } else {
      onResolve = () => {
        if (error) reject(error);
        else resolve();
      };
    }
  });
  writable.on('drain', resume);
  const cleanup = eos(writable, { readable: false }, resume);
  try {
    if (writable.writableNeedDrain) await wait();
    for await (const chunk of iterable) if (!writable.write(chunk)) await wait();
    if (end) {
      writable.end();
      await wait();
    }
    finish();
  } catch (err) {
    finish(error !== err ? errors.aggregate(error, err) : err);
  } finally {
    cleanup();
    writable.off('drain', resume);
  }
}

async function pumpToWeb(readable, writable, finish, { end }) {
  if (q.isTransformWeb(writable)) writable = writable.writable;
  const writer = writable.getWriter();
  try {
    for await (const chunk of readable) {
      await writer.ready;
      writer.write(chunk).catch(() => {});
    }
    await writer.ready;
    if (end) await writer.close();
    finish();
  } catch (err) {
    try {
      await writer.abort(err);
      finish(err);
    } catch (e) {
      finish(e);
    }
  }
}

// join pipes src into dst and reports the end of both.
function join(src, dst, finish, finishOnlyError, { end }) {
  let ended = false;
  dst.on('close', () => { if (!ended) finishOnlyError(errors.prematureClose()); });
  src.pipe(dst, { end: false });
  if (end) {
    const endDst = () => {
      ended = true;
      dst.end();
    };
    if (q.isReadableFinished(src)) process.nextTick(endDst);
    else src.once('end', endDst);
  } else {
    finish();
  }
  eos(src, { readable: true, writable: false }, (err) => {
    const r = src._readableState;
    if (err?.code === 'ERR_STREAM_PREMATURE_CLOSE' && r?.ended && !r.errored && !r.errorEmitted) src.once('end', finish).once('error', finish);
    else finish(err);
  });
  return eos(dst, { readable: false, writable: true }, finish);
}

function pipeline(...streams) {
  validate.function(streams[streams.length - 1], 'streams[stream.length - 1]');
  return run(streams, once(streams.pop()));
}

function run(streams, callback, opts) {
  if (streams.length === 1 && Array.isArray(streams[0])) streams = streams[0];
  if (streams.length < 2) throw errors.missingArgs('"streams"');
  let controller; // made if a function asks for the signal
  const withSignal = () => ({ get signal() { return (controller ??= new AbortController()).signal; } });
  const outer = opts?.signal;
  const cleanups = []; // run when the last stream is done
  if (outer !== undefined) checkSignal(outer, 'options.signal');
  const abort = () => finishWith(new errors.AbortError(undefined, outer?.reason === undefined ? undefined : { cause: outer.reason }));
  outer?.addEventListener('abort', abort);

  let error;
  let value;
  let waiting = 0;
  const destroys = [];
  const finish = (err) => finishWith(err, --waiting === 0);
  const finishOnlyError = (err) => finishWith(err, false);

  function finishWith(err, final) {
    if (err && (!error || error.code === 'ERR_STREAM_PREMATURE_CLOSE')) error = err;
    if (!error && !final) return;
    while (destroys.length) destroys.shift()(error);
    outer?.removeEventListener('abort', abort);
    controller?.abort();
    if (!final) return;
    if (!error) cleanups.forEach((f) => f());
    process.nextTick(callback, error, value);
  }

  let ret;
  for (let i = 0; i < streams.length; i++) {
    const stream = streams[i];
    const reading = i < streams.length - 1;
    const writing = i > 0;
    const end = reading || opts?.end !== false;
    const isLast = i === streams.length - 1;
    if (q.isNode(stream)) {
      if (end) {
        const { destroy, cleanup } = watch(stream, reading, writing);
        destroys.push(destroy);
        if (q.isReadable(stream) && isLast) cleanups.push(cleanup);
      }
      // An error after the end would be uncaught.
      const onError = (err) => {
        if (err && err.name !== 'AbortError' && err.code !== 'ERR_STREAM_PREMATURE_CLOSE') finishOnlyError(err);
      };
      stream.on('error', onError);
      if (q.isReadable(stream) && isLast) cleanups.push(() => stream.removeListener('error', onError));
    }
    if (i === 0) {
      if (typeof stream === 'function') {
        ret = stream(withSignal());
        if (!q.isIterable(ret)) throw errors.invalidReturn('Iterable, AsyncIterable or Stream', 'source', ret);
      } else if (q.isIterable(stream) || q.isReadableNode(stream) || q.isTransformWeb(stream)) {
        ret = stream;
      } else {
        ret = Duplex.from(stream);
      }
    } else if (typeof stream === 'function') {
      ret = q.isTransformWeb(ret) ? toAsyncIterable(ret?.readable) : toAsyncIterable(ret);
      ret = stream(ret, withSignal());
      if (reading) {
        if (!q.isIterable(ret, true)) throw errors.invalidReturn('AsyncIterable', `transform[${i - 1}]`, ret);
      } else {
        // The last function's result is the pipeline's.
        const pt = new PassThrough({ objectMode: true });
        if (typeof ret?.then === 'function') {
          waiting++;
          ret.then((val) => {
            value = val;
            if (val !== null && val !== undefined) pt.write(val);
            if (end) pt.end();
            process.nextTick(finish);
          }, (err) => {
            pt.destroy(err);
            process.nextTick(finish, err);
          });
        } else if (q.isIterable(ret, true)) {
          waiting++;
          pumpToNode(ret, pt, finish, { end });
        } else if (q.isReadableWeb(ret) || q.isTransformWeb(ret)) {
          waiting++;
          pumpToNode(ret.readable || ret, pt, finish, { end });
        } else {
          throw errors.invalidReturn('AsyncIterable or Promise', 'destination', ret);
        }
        ret = pt;
        const { destroy, cleanup } = watch(ret, false, true);
        destroys.push(destroy);
        if (isLast) cleanups.push(cleanup);
      }
    } else if (q.isNode(stream)) {
      if (q.isReadableNode(ret)) {
        waiting += 2;
        const cleanup = join(ret, stream, finish, finishOnlyError, { end });
        if (q.isReadable(stream) && isLast) cleanups.push(cleanup);
      } else if (q.isTransformWeb(ret) || q.isReadableWeb(ret)) {
        waiting++;
        pumpToNode(ret.readable || ret, stream, finish, { end });
      } else if (q.isIterable(ret)) {
        waiting++;
        pumpToNode(ret, stream, finish, { end });
      } else {
        validate.typeError('val', 'an instance of Readable, Iterable, AsyncIterable, ReadableStream, or TransformStream', ret);
      }
      ret = stream;
    } else if (q.isWeb(stream)) {
      waiting++;
      pumpToWeb(q.isReadableNode(ret) || q.isIterable(ret) ? toAsyncIterable(ret) : toAsyncIterable(ret.readable), stream, finish, { end });
      ret = stream;
    } else {
      ret = Duplex.from(stream);
    }
  }
  if (outer?.aborted) process.nextTick(abort);
  return ret;
}

function promised(...streams) {
  return new Promise((resolve, reject) => {
    let opts;
    const last = streams[streams.length - 1];
    if (last && typeof last === 'object' && !q.isNode(last) && !q.isIterable(last) && !q.isWeb(last)) opts = streams.pop();
    run(streams, (err, value) => {
      if (err) reject(err);
      else resolve(value);
    }, { signal: opts?.signal, end: opts?.end });
  });
}

function compose(...streams) {
  if (streams.length === 0) throw errors.missingArgs('"streams"');
  if (streams.length === 1) return Duplex.from(streams[0]);
  if (typeof streams[0] === 'function') streams[0] = Duplex.from(streams[0]);
  const last = streams.length - 1;
  if (typeof streams[last] === 'function') streams[last] = Duplex.from(streams[last]);
  streams.forEach((stream, n) => {
    if (!q.isNode(stream) && !q.isWeb(stream)) return;
    if (n < last && !(q.isReadable(stream) || q.isReadableWeb(stream) || q.isTransformWeb(stream))) validate.argumentValue(`streams[${n}]`, stream, 'must be readable');
    if (n > 0 && !(q.isWritable(stream) || q.isWritableWeb(stream) || q.isTransformWeb(stream))) validate.argumentValue(`streams[${n}]`, stream, 'must be writable');
  });
  const head = streams[0];
  const tail = run(streams, (err) => {
    if (onClose) {
      const cb = onClose;
      onClose = null;
      cb(err);
    } else if (err) {
      d.destroy(err);
    } else if (!readable && !writable) {
      d.destroy();
    }
  });
  let onClose = null;
  const writable = !!q.isWritable(head);
  const readable = !!q.isReadable(tail);
  const d = new Duplex({
    writableObjectMode: !!head?.writableObjectMode, readableObjectMode: !!tail?.readableObjectMode, writable, readable,
  });
  if (writable) {
    let onDrain = null;
    let onFinish = null;
    d._write = (chunk, encoding, callback) => {
      if (head.write(chunk, encoding)) callback();
      else onDrain = callback;
    };
    d._final = (callback) => {
      head.end();
      onFinish = callback;
    };
    head.on('drain', () => {
      const cb = onDrain;
      onDrain = null;
      cb?.();
    });
    eos(tail, () => {
      const cb = onFinish;
      onFinish = null;
      cb?.();
    });
  }
  if (readable) {
    let onReadable = null;
    tail.on('readable', () => {
      const cb = onReadable;
      onReadable = null;
      cb?.();
    });
    tail.on('end', () => d.push(null));
    d._read = () => {
      while (true) {
        const buf = tail.read();
        if (buf === null) {
          onReadable = d._read;
          return;
        }
        if (!d.push(buf)) return;
      }
    };
  }
  d._destroy = (err, callback) => {
    if (!err && onClose !== null) err = new errors.AbortError();
    onClose = callback;
    destroyer(tail, err);
    if (q.isDestroyed(tail) && q.isClosed(tail)) {
      onClose = null;
      callback(err);
    }
  };
  return d;
}

module.exports = { pipeline, promised, compose, finished };
