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

module.exports = Object.assign(Stream, {
  Stream, Readable, Writable, Duplex, Transform: Duplex.Transform, PassThrough: Duplex.PassThrough,
  isDestroyed: q.isDestroyed, isDisturbed: q.isDisturbed, isErrored: q.isErrored, isReadable: q.isReadable, isWritable: q.isWritable,
  pipeline, finished: end.eos, compose, addAbortSignal: end.publicAddAbortSignal, destroy: destroyer,
  getDefaultHighWaterMark, setDefaultHighWaterMark,
  _uint8ArrayToBuffer: (chunk) => require('buffer').Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength),
  _isUint8Array: (v) => require('util').types.isUint8Array(v),
});
Object.defineProperty(Stream, 'promises', { configurable: true, enumerable: true, get: () => require('stream/promises') });
