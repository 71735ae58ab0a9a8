'use strict';
// How streams begin and end: construct, destroy, and the error and close events.

const errors = require('internal/streams/errors');

const kDestroy = Symbol('kDestroy');
const kConstruct = Symbol('kConstruct');

function noteError(err, w, r) {
  if (!err) return;
  if (w && !w.errored) w.errored = err;
  if (r && !r.errored) r.errored = err;
}

function destroy(err, cb) {
  const r = this._readableState;
  const w = this._writableState;
  const s = w || r;
  if (w?.destroyed || r?.destroyed) {
    if (typeof cb === 'function') cb();
    return this;
  }
  noteError(err, w, r);
  if (w) w.destroyed = true;
  if (r) r.destroyed = true;
  if (!s.constructed)
    this.once(kDestroy, (er) => runDestroy(this, errors.aggregate(er, err), cb));
  else
    runDestroy(this, err, cb);
  return this;
}

function runDestroy(self, err, cb) {
  let called = false;
  function done(err) {
    if (called) return;
    called = true;
    const r = self._readableState;
    const w = self._writableState;
    noteError(err, w, r);
    if (w) w.closed = true;
    if (r) r.closed = true;
    if (typeof cb === 'function') cb(err);
    if (err) process.nextTick(emitErrorAndClose, self, err);
    else process.nextTick(emitClose, self);
  }
  try {
    self._destroy(err || null, done);
  } catch (e) {
    done(e);
  }
}

function emitErrorAndClose(self, err) {
  emitError(self, err);
  emitClose(self);
}

function emitClose(self) {
  const r = self._readableState;
  const w = self._writableState;
  if (w) w.closeEmitted = true;
  if (r) r.closeEmitted = true;
  if (w?.emitClose || r?.emitClose) self.emit('close');
}

function emitError(self, err) {
  const r = self._readableState;
  const w = self._writableState;
  if (w?.errorEmitted || r?.errorEmitted) return;
  if (w) w.errorEmitted = true;
  if (r) r.errorEmitted = true;
  self.emit('error', err);
}

function undestroy() {
  const r = this._readableState;
  const w = this._writableState;
  if (r) {
    Object.assign(r, {
      constructed: true, closed: false, closeEmitted: false, destroyed: false, errored: null, errorEmitted: false,
      reading: false, ended: r.readable === false, endEmitted: r.readable === false,
    });
  }
  if (w) {
    Object.assign(w, {
      constructed: true, destroyed: false, closed: false, closeEmitted: false, errored: null, errorEmitted: false,
      finalCalled: false, prefinished: false, ended: w.writable === false, ending: w.writable === false, finished: w.writable === false,
    });
  }
}

// errorOrDestroy reports an error of the stream itself.
function errorOrDestroy(stream, err, sync) {
  const r = stream._readableState;
  const w = stream._writableState;
  if (w?.destroyed || r?.destroyed) return;
  if (r?.autoDestroy || w?.autoDestroy) {
    stream.destroy(err);
  } else if (err) {
    noteError(err, w, r);
    if (sync) process.nextTick(emitError, stream, err);
    else emitError(stream, err);
  }
}

function construct(stream, cb) {
  if (typeof stream._construct !== 'function') return;
  const r = stream._readableState;
  const w = stream._writableState;
  if (r) r.constructed = false;
  if (w) w.constructed = false;
  stream.once(kConstruct, cb);
  if (stream.listenerCount(kConstruct) > 1) return; // a Duplex comes twice
  process.nextTick(runConstruct, stream);
}

function runConstruct(stream) {
  let called = false;
  function done(err) {
    if (called) {
      errorOrDestroy(stream, err ?? errors.multipleCallback());
      return;
    }
    called = true;
    const r = stream._readableState;
    const w = stream._writableState;
    if (r) r.constructed = true;
    if (w) w.constructed = true;
    if ((w || r).destroyed) stream.emit(kDestroy, err);
    else if (err) errorOrDestroy(stream, err, true);
    else process.nextTick(() => stream.emit(kConstruct));
  }
  try {
    stream._construct((err) => process.nextTick(done, err));
  } catch (err) {
    process.nextTick(done, err);
  }
}

// destroyer ends a stream of any kind from outside.
function destroyer(stream, err) {
  const { isDestroyed, isFinished } = require('internal/streams/state');
  if (!stream || isDestroyed(stream)) return;
  if (!err && !isFinished(stream)) err = new errors.AbortError();
  if (typeof stream.setHeader === 'function' && typeof stream.abort === 'function') stream.abort();
  else if (typeof stream.destroy === 'function') stream.destroy(err);
  else if (typeof stream.cancel === 'function') stream.cancel(err).catch(() => {});
  else if (typeof stream.abort === 'function') stream.abort(err).catch(() => {});
  else if (typeof stream.close === 'function') stream.close();
}

module.exports = { construct, destroy, destroyer, undestroy, errorOrDestroy };
