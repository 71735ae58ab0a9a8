'use strict';
// node:stream

const { Stream, getDefaultHighWaterMark, setDefaultHighWaterMark } = require('internal/streams/legacy');
const Readable = require('internal/streams/readable');
const Writable = require('internal/streams/writable');
const Duplex = require('internal/streams/duplex');
const { pipeline, promised, compose } = require('internal/streams/pipeline');
const end = require('internal/streams/end');
const q = require('internal/streams/state');
const { destroyer } = require('internal/streams/destroy');

const custom = Symbol.for('nodejs.util.promisify.custom');
Object.defineProperty(pipeline, custom, { enumerable: true, get: () => promised });
Object.defineProperty(end.eos, custom, { enumerable: true, get: () => end.finished });

// duplexPair returns two streams, each the other end of the other.
function duplexPair(options) {
  const sides = [0, 1].map((i) => {
    let resume = null;
    const side = new Duplex({
      ...options,
      read() {
        const f = resume;
        resume = null;
        f?.();
      },
      write(chunk, encoding, cb) {
        if (chunk.length === 0) process.nextTick(cb);
        else sides[1 - i].take(chunk, cb);
      },
      final(cb) {
        sides[1 - i].stream.on('end', cb);
        sides[1 - i].stream.push(null);
      },
    });
    return {
      stream: side,
      take(chunk, cb) {
        side.push(chunk);
        resume = cb;
      },
    };
  });
  return [sides[0].stream, sides[1].stream];
}

module.exports = Object.assign(Stream, {
  isDestroyed: q.isDestroyed, isDisturbed: q.isDisturbed, isErrored: q.isErrored, isReadable: q.isReadable, isWritable: q.isWritable,
  Readable, Writable, Duplex, Transform: Duplex.Transform, PassThrough: Duplex.PassThrough,
  duplexPair, pipeline, addAbortSignal: end.publicAddAbortSignal, finished: end.eos, destroy: destroyer, compose,
  setDefaultHighWaterMark, getDefaultHighWaterMark, promises: undefined, Stream, _isArrayBufferView: ArrayBuffer.isView,
  _isUint8Array: (v) => require('util').types.isUint8Array(v),
  _uint8ArrayToBuffer: (chunk) => require('buffer').Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength),
});
Object.defineProperty(Stream, 'promises', { configurable: true, enumerable: true, get: () => require('stream/promises') });
