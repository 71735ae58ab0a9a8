'use strict';
// Streams of Node as streams of the web, and back.

const { Buffer } = require('buffer');
const Readable = require('internal/streams/readable');
const Writable = require('internal/streams/writable');
const Duplex = require('internal/streams/duplex');
const { eos } = require('internal/streams/end');
const { AbortError } = require('internal/streams/errors');
const web = require('internal/webstreams');

const nop = () => {};

function readFrom(reader, stream) {
  reader.read().then(({ value, done }) => {
    if (done) stream.push(null);
    else stream.push(stream.readableObjectMode || typeof value === 'string' || ArrayBuffer.isView(value) ? value : new Uint8Array(value));
  }, (e) => stream.destroy(e));
}

function readableFromWeb(stream, options = {}) {
  const reader = stream.getReader();
  let closed = false;
  const readable = new Readable({
    objectMode: options.objectMode, highWaterMark: options.highWaterMark, encoding: options.encoding, signal: options.signal,
    read() { readFrom(reader, readable); },
    destroy(err, cb) {
      if (closed) {
        cb(err);
        return;
      }
      reader.cancel(err).then(() => cb(err), () => cb(err));
    },
  });
  reader.closed.then(() => { closed = true; }, (e) => {
    closed = true;
    readable.destroy(e);
  });
  return readable;
}

function writeTo(writer, stream) {
  return {
    write(chunk, encoding, cb) {
      if (typeof chunk === 'string' && !stream().writableObjectMode) chunk = Buffer.from(chunk, encoding);
      writer.ready.then(() => writer.write(chunk)).then(() => cb(), (e) => cb(e));
    },
    final(cb) { writer.close().then(() => cb(), (e) => cb(e)); },
  };
}

function writableFromWeb(stream, options = {}) {
  const writer = stream.getWriter();
  let closed = false;
  const writable = new Writable({
    objectMode: options.objectMode, highWaterMark: options.highWaterMark, decodeStrings: options.decodeStrings, signal: options.signal,
    ...writeTo(writer, () => writable),
    destroy(err, cb) {
      if (closed) cb(err);
      else if (err) writer.abort(err).then(() => cb(err), () => cb(err));
      else writer.close().then(() => cb(err), () => cb(err));
    },
  });
  writer.closed.then(() => { closed = true; }, (e) => {
    closed = true;
    writable.destroy(e);
  });
  return writable;
}

function duplexFromWeb({ readable, writable }, options = {}) {
  const reader = readable.getReader();
  const writer = writable.getWriter();
  const duplex = new Duplex({
    ...options,
    read() { readFrom(reader, duplex); },
    ...writeTo(writer, () => duplex),
    destroy(err, cb) {
      Promise.allSettled([err ? writer.abort(err) : writer.close(), reader.cancel(err)]).then(() => cb(err));
    },
  });
  writer.closed.catch((e) => duplex.destroy(e));
  reader.closed.catch((e) => duplex.destroy(e));
  return duplex;
}

function readableToWeb(readable, options = {}) {
  const strategy = options.strategy ?? (readable.readableObjectMode ?
    new web.CountQueuingStrategy({ highWaterMark: readable.readableHighWaterMark }) : { highWaterMark: readable.readableHighWaterMark, size: (c) => c.byteLength ?? c.length });
  readable.pause();
  let cancelled = false;
  return new web.ReadableStream({
    start(controller) {
      const cleanup = eos(readable, { writable: false }, (err) => {
        cleanup();
        readable.on('error', nop);
        if (cancelled) return;
        if (err?.code === 'ERR_STREAM_PREMATURE_CLOSE') err = new AbortError(undefined, { cause: err });
        if (err) controller.error(err);
        else controller.close();
      });
      readable.on('data', (chunk) => {
        if (cancelled) return;
        if (Buffer.isBuffer(chunk)) chunk = new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength);
        controller.enqueue(chunk);
        if (controller.desiredSize <= 0) readable.pause();
      });
      readable.pause();
    },
    pull() { readable.resume(); },
    cancel(reason) {
      cancelled = true;
      readable.destroy(reason);
    },
  }, strategy);
}

function writableToWeb(writable) {
  return new web.WritableStream({
    start(controller) {
      eos(writable, { readable: false }, (err) => {
        writable.on('error', nop);
        if (err) controller.error(err);
      });
    },
    write(chunk) {
      if (writable.write(chunk)) return undefined;
      return new Promise((resolve) => writable.once('drain', resolve));
    },
    abort(reason) { writable.destroy(reason); },
    close: () => new Promise((resolve, reject) => {
      writable.once('finish', resolve);
      writable.once('error', reject);
      writable.end();
    }),
  }, { highWaterMark: writable.writableHighWaterMark, size: writable.writableObjectMode ? () => 1 : (c) => c.byteLength ?? c.length });
}

module.exports = {
  readableFromWeb, writableFromWeb, duplexFromWeb, readableToWeb, writableToWeb,
  duplexToWeb: (duplex) => ({ readable: readableToWeb(duplex), writable: writableToWeb(duplex) }),
};
