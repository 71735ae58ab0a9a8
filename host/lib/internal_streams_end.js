'use strict';
// finished: calls back when a stream is done with, however it ends. And the
// ending of streams by an AbortSignal.

const errors = require('internal/streams/errors');
const q = require('internal/streams/state');
const validate = require('internal/validators');

const nop = () => {};
const isRequest = (stream) => stream.setHeader && typeof stream.abort === 'function';

function checkSignal(signal, name) {
  if (typeof signal !== 'object' || signal === null || !('aborted' in signal)) validate.typeError(name, 'an instance of AbortSignal', signal);
}

function eos(stream, options, callback) {
  if (arguments.length === 2 || typeof options === 'function') {
    callback = options;
    options = {};
  } else if (options === null || options === undefined) {
    options = {};
  } else {
    validate.object(options, 'options');
  }
  validate.function(callback, 'callback');
  if (options.signal !== undefined) checkSignal(options.signal, 'options.signal');
  let cleaned = false;
  const original = callback;
  callback = (err) => {
    if (cleaned) return;
    cleaned = true;
    if (err === undefined) Reflect.apply(original, stream, []);
    else Reflect.apply(original, stream, [err]);
  };
  if (q.isReadableWeb(stream) || q.isWritableWeb(stream)) return eosWeb(stream, options, callback);
  if (!q.isNode(stream)) validate.typeError('stream', 'an instance of ReadableStream, WritableStream, or Stream', stream);

  const readable = options.readable ?? q.isReadableNode(stream);
  const writable = options.writable ?? q.isWritableNode(stream);
  const w = stream._writableState;
  const r = stream._readableState;
  let willEmitClose = q.willEmitClose(stream) && q.isReadableNode(stream) === readable && q.isWritableNode(stream) === writable;
  let writableFinished = q.isWritableFinished(stream, false);
  let readableFinished = q.isReadableFinished(stream, false);
  let closed = q.isClosed(stream);

  const onFinish = () => {
    writableFinished = true;
    if (stream.destroyed) willEmitClose = false;
    if (willEmitClose && (!stream.writable || readable)) return;
    if (!readable || readableFinished) callback();
  };
  const onEnd = () => {
    readableFinished = true;
    if (stream.destroyed) willEmitClose = false;
    if (willEmitClose && (!stream.readable || writable)) return;
    if (!writable || writableFinished) callback();
  };
  const onLegacyFinish = () => { if (!stream.writable) onFinish(); };
  const onError = (err) => callback(err);
  const failure = () => {
    const err = q.isWritableErrored(stream) || q.isReadableErrored(stream);
    return err && typeof err !== 'boolean' ? err : undefined;
  };
  const onClose = () => {
    closed = true;
    const err = failure();
    if (err) return callback(err);
    if (readable && !readableFinished && q.isReadableNode(stream, true) && !q.isReadableFinished(stream, false)) return callback(errors.prematureClose());
    if (writable && !writableFinished && !q.isWritableFinished(stream, false)) return callback(errors.prematureClose());
    return callback();
  };
  const onClosed = () => {
    closed = true;
    callback(failure());
  };
  const onRequest = () => stream.req.on('finish', onFinish);

  if (isRequest(stream)) {
    stream.on('complete', onFinish);
    if (!willEmitClose) stream.on('abort', onClose);
    if (stream.req) onRequest();
    else stream.on('request', onRequest);
  } else if (writable && !w) {
    stream.on('end', onLegacyFinish);
    stream.on('close', onLegacyFinish);
  }
  if (!willEmitClose && typeof stream.aborted === 'boolean') stream.on('aborted', onClose);
  stream.on('end', onEnd);
  stream.on('finish', onFinish);
  if (options.error !== false) stream.on('error', onError);
  stream.on('close', onClose);

  if (closed) process.nextTick(onClose);
  else if (w?.errorEmitted || r?.errorEmitted) { if (!willEmitClose) process.nextTick(onClosed); }
  else if (!readable && (!willEmitClose || q.isReadable(stream)) && (writableFinished || q.isWritable(stream) === false)) process.nextTick(onClosed);
  else if (!writable && (!willEmitClose || q.isWritable(stream)) && (readableFinished || q.isReadable(stream) === false)) process.nextTick(onClosed);
  else if (r && stream.req && stream.aborted) process.nextTick(onClosed);

  const cleanup = () => {
    callback = nop;
    for (const [name, f] of [['aborted', onClose], ['complete', onFinish], ['abort', onClose], ['request', onRequest], ['end', onLegacyFinish],
      ['close', onLegacyFinish], ['finish', onFinish], ['end', onEnd], ['error', onError], ['close', onClose]]) stream.removeListener(name, f);
    stream.req?.removeListener?.('finish', onFinish);
  };
  if (options.signal && !closed) {
    const abort = () => {
      const end = callback;
      cleanup();
      end(errors.aborted(options.signal));
    };
    if (options.signal.aborted) {
      process.nextTick(abort);
    } else {
      options.signal.addEventListener('abort', abort);
      const end = callback;
      callback = (...args) => {
        options.signal.removeEventListener('abort', abort);
        end(...args);
      };
    }
  }
  return cleanup;
}

function eosWeb(stream, options, callback) {
  const done = (err) => process.nextTick(() => callback(err));
  if (options.signal) {
    const abort = () => callback(errors.aborted(options.signal));
    if (options.signal.aborted) process.nextTick(abort);
    else options.signal.addEventListener('abort', abort);
  }
  require('internal/webstreams').closedPromise(stream).then(() => done(), done);
  return nop;
}

function finished(stream, opts) {
  let autoCleanup = false;
  if (opts === null || opts === undefined) opts = {};
  else if (opts.cleanup) autoCleanup = opts.cleanup;
  return new Promise((resolve, reject) => {
    const cleanup = eos(stream, opts, (err) => {
      if (autoCleanup) cleanup();
      if (err) reject(err);
      else resolve();
    });
  });
}

// addAbortSignal destroys the stream when the signal is aborted.
function addAbortSignal(signal, stream) {
  const onAbort = q.isNode(stream) ?
    () => stream.destroy(errors.aborted(signal)) :
    () => require('internal/webstreams').errorStream(stream, errors.aborted(signal));
  if (signal.aborted) {
    onAbort();
  } else {
    signal.addEventListener('abort', onAbort);
    eos(stream, () => signal.removeEventListener('abort', onAbort));
  }
  return stream;
}

module.exports = {
  eos, finished, addAbortSignal, checkSignal,
  publicAddAbortSignal(signal, stream) {
    checkSignal(signal, 'signal');
    if (!q.isNode(stream) && !q.isWeb(stream)) validate.typeError('stream', 'an instance of ReadableStream, WritableStream, or Stream', stream);
    return addAbortSignal(signal, stream);
  },
};
