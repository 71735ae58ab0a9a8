'use strict';
// Questions about streams, also about objects that only look like streams.

const kIsReadable = Symbol.for('nodejs.stream.readable');
const kIsErrored = Symbol.for('nodejs.stream.errored');
const kIsDisturbed = Symbol.for('nodejs.stream.disturbed');

const isReadableNode = (o, strict = false) => !!(o && typeof o.pipe === 'function' && typeof o.on === 'function' &&
  (!strict || (typeof o.pause === 'function' && typeof o.resume === 'function')) &&
  (!o._writableState || o._readableState?.readable !== false) && (!o._writableState || o._readableState));
const isWritableNode = (o) => !!(o && typeof o.write === 'function' && typeof o.on === 'function' &&
  (!o._readableState || o._writableState?.writable !== false));
const isDuplexNode = (o) => !!(o && typeof o.pipe === 'function' && o._readableState && typeof o.on === 'function' && typeof o.write === 'function');
const isNode = (o) => !!(o && (o._readableState || o._writableState || (typeof o.write === 'function' && typeof o.on === 'function') ||
  (typeof o.pipe === 'function' && typeof o.on === 'function')));
const isReadableWeb = (o) => !!(o && !isNode(o) && typeof o.pipeThrough === 'function' && typeof o.getReader === 'function' && typeof o.cancel === 'function');
const isWritableWeb = (o) => !!(o && !isNode(o) && typeof o.getWriter === 'function' && typeof o.abort === 'function');
const isTransformWeb = (o) => !!(o && !isNode(o) && typeof o.readable === 'object' && typeof o.writable === 'object');
const isWeb = (o) => isReadableWeb(o) || isWritableWeb(o) || isTransformWeb(o);

function isIterable(o, async) {
  if (o === null || o === undefined) return false;
  if (async === true) return typeof o[Symbol.asyncIterator] === 'function';
  if (async === false) return typeof o[Symbol.iterator] === 'function';
  return typeof o[Symbol.asyncIterator] === 'function' || typeof o[Symbol.iterator] === 'function';
}

function isDestroyed(s) {
  if (!isNode(s)) return null;
  const state = s._writableState || s._readableState;
  return !!(s.destroyed || state?.destroyed);
}
function isWritableEnded(s) {
  if (!isWritableNode(s)) return null;
  if (s.writableEnded === true) return true;
  const w = s._writableState;
  if (w?.errored) return false;
  return typeof w?.ended === 'boolean' ? w.ended : null;
}
function isWritableFinished(s, strict) {
  if (!isWritableNode(s)) return null;
  if (s.writableFinished === true) return true;
  const w = s._writableState;
  if (w?.errored) return false;
  if (typeof w?.finished !== 'boolean') return null;
  return w.finished || (strict === false && w.ended === true && w.length === 0);
}
function isReadableFinished(s, strict) {
  if (!isReadableNode(s)) return null;
  const r = s._readableState;
  if (r?.errored) return false;
  if (typeof r?.endEmitted !== 'boolean') return null;
  return r.endEmitted || (strict === false && r.ended === true && r.length === 0);
}
function isReadable(s) {
  if (s && s[kIsReadable] != null) return s[kIsReadable];
  if (typeof s?.readable !== 'boolean') return null;
  if (isDestroyed(s)) return false;
  return isReadableNode(s) && s.readable && !isReadableFinished(s);
}
function isWritable(s) {
  if (typeof s?.writable !== 'boolean') return null;
  if (isDestroyed(s)) return false;
  return isWritableNode(s) && s.writable && !isWritableEnded(s);
}
function isFinished(s, opts) {
  if (!isNode(s)) return null;
  if (isDestroyed(s)) return true;
  if (opts?.readable !== false && isReadable(s)) return false;
  if (opts?.writable !== false && isWritable(s)) return false;
  return true;
}
function errored(s, side) {
  if (!isNode(s)) return null;
  return s[`${side}Errored`] ?? s[`_${side}State`]?.errored ?? null;
}
function isClosed(s) {
  if (!isNode(s)) return null;
  if (typeof s.closed === 'boolean') return s.closed;
  const w = s._writableState;
  const r = s._readableState;
  if (typeof w?.closed === 'boolean' || typeof r?.closed === 'boolean') return w?.closed || r?.closed;
  return null;
}
function willEmitClose(s) {
  if (!isNode(s)) return null;
  const w = s._writableState;
  const r = s._readableState;
  const state = w || r;
  return !!(state && state.autoDestroy && state.emitClose && state.closed === false);
}
const isDisturbed = (s) => !!(s && (s[kIsDisturbed] ?? (s.readableDidRead || s.readableAborted)));
const isErrored = (s) => !!(s && (s[kIsErrored] ?? s.readableErrored ?? s.writableErrored ?? s._readableState?.errored ?? s._writableState?.errored));

module.exports = {
  kIsReadable, kIsErrored, kIsDisturbed,
  isReadableNode, isWritableNode, isDuplexNode, isNode, isReadableWeb, isWritableWeb, isTransformWeb, isWeb, isIterable,
  isDestroyed, isWritableEnded, isWritableFinished, isReadableFinished, isReadable, isWritable, isFinished,
  isReadableErrored: (s) => errored(s, 'readable'), isWritableErrored: (s) => errored(s, 'writable'),
  isClosed, willEmitClose, isDisturbed, isErrored,
};
