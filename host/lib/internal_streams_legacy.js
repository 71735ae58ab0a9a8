'use strict';
// Stream, the base of all streams, whose pipe knows only data, end and close.

const EventEmitter = require('events');

function Stream(opts) {
  EventEmitter.call(this, opts);
}
Object.setPrototypeOf(Stream.prototype, EventEmitter.prototype);
Object.setPrototypeOf(Stream, EventEmitter);

Stream.prototype.pipe = function(dest, options) {
  const source = this;
  const onData = (chunk) => { if (dest.writable && dest.write(chunk) === false && source.pause) source.pause(); };
  const onDrain = () => { if (source.readable && source.resume) source.resume(); };
  let ended = false;
  const onEnd = () => {
    if (ended) return;
    ended = true;
    dest.end();
  };
  const onClose = () => {
    if (ended) return;
    ended = true;
    if (typeof dest.destroy === 'function') dest.destroy();
  };
  function onError(er) {
    cleanup();
    if (EventEmitter.listenerCount(this, 'error') === 0) this.emit('error', er);
  }
  function cleanup() {
    source.removeListener('data', onData);
    dest.removeListener('drain', onDrain);
    for (const [name, f] of [['end', onEnd], ['close', onClose], ['error', onError], ['end', cleanup], ['close', cleanup]]) source.removeListener(name, f);
    dest.removeListener('error', onError);
    dest.removeListener('close', cleanup);
  }
  source.on('data', onData);
  dest.on('drain', onDrain);
  if (!dest._isStdio && options?.end !== false) {
    source.on('end', onEnd);
    source.on('close', onClose);
  }
  prependListener(source, 'error', onError);
  prependListener(dest, 'error', onError);
  source.on('end', cleanup);
  source.on('close', cleanup);
  dest.on('close', cleanup);
  dest.emit('pipe', source);
  return dest;
};

Stream.prototype.eventNames = function eventNames() {
  return EventEmitter.prototype.eventNames.call(this);
};

function prependListener(emitter, event, fn) {
  emitter.prependListener(event, fn);
}

// defaults of highWaterMark, by kind of stream.
let bytes = 16 * 1024;
let objects = 16;
const getDefaultHighWaterMark = (objectMode) => objectMode ? objects : bytes;
function setDefaultHighWaterMark(objectMode, value) {
  require('internal/validators').integer(value, 'value', 0, Number.MAX_SAFE_INTEGER);
  if (objectMode) objects = value;
  else bytes = value;
}

// highWaterMark reads the option of that name, or the one for a side of a Duplex.
function highWaterMark(objectMode, options, sideKey, isDuplex) {
  const value = options.highWaterMark ?? (isDuplex ? options[sideKey] : undefined);
  if (value === undefined || value === null) return getDefaultHighWaterMark(objectMode);
  if (!Number.isInteger(value) || value < 0) {
    const name = isDuplex && options.highWaterMark == null ? `options.${sideKey}` : 'options.highWaterMark';
    require('internal/validators').argumentValue(name, value, 'is invalid');
  }
  return value;
}

module.exports = { Stream, prependListener, getDefaultHighWaterMark, setDefaultHighWaterMark, highWaterMark };
