'use strict';
// The streams of the web that are written to, and those that transform.
// https://streams.spec.whatwg.org/

const {
  kMake, kState, deferred, invoke, sizeOf, markOf, Queue, hidden, show, illegal, invalidState, method, ReadableStream, enqueue, errorState,
  closeController, canEnqueue, desiredSize,
} = require('internal/webstreams');
const { make } = require('internal/validators');

const kClose = Symbol('kClose');

class WritableStreamDefaultController {
  constructor(token) { if (token !== kMake) throw illegal(); }
  get signal() { return (this[kState].abortController ??= new AbortController()).signal; }
  error(reason) { if (this[kState].state === 'writable') startErroring(this[kState], reason); }
}

class WritableStream {
  constructor(sink = {}, strategy = {}) {
    if (sink?.type !== undefined) throw make(RangeError, 'ERR_INVALID_ARG_VALUE', `The argument 'type' is invalid. Received ${String(sink.type)}`);
    const controller = new WritableStreamDefaultController(kMake);
    const s = {
      controller, state: 'writable', storedError: undefined, writer: undefined, queue: new Queue(), size: sizeOf(strategy), mark: markOf(strategy, 1),
      started: false, backpressure: false, requests: [], inFlight: undefined, closeRequest: undefined, closeInFlight: undefined, pendingAbort: undefined,
      write: method(sink, 'write'), close: method(sink, 'close'), abort: method(sink, 'abort'), abortController: undefined,
    };
    hidden(this, s);
    hidden(controller, s);
    s.backpressure = s.mark - s.queue.total <= 0;
    const start = method(sink, 'start');
    const started = start ? start(controller) : undefined;
    Promise.resolve(started).then(() => {
      s.started = true;
      advance(s);
    }, (e) => {
      s.started = true;
      dealWithRejection(s, e);
    });
  }
  get locked() { return this[kState].writer !== undefined; }
  abort(reason) {
    if (this.locked) return Promise.reject(invalidState('WritableStream is locked'));
    return abort(this[kState], reason);
  }
  close() {
    if (this.locked) return Promise.reject(invalidState('WritableStream is locked'));
    return close(this[kState]);
  }
  getWriter() { return new WritableStreamDefaultWriter(this); }
}

class WritableStreamDefaultWriter {
  constructor(stream) {
    if (!(stream instanceof WritableStream)) throw make(TypeError, 'ERR_INVALID_ARG_TYPE', 'The "stream" argument must be an instance of WritableStream.');
    const s = stream[kState];
    if (s.writer) throw invalidState('WritableStream is locked');
    s.writer = this;
    const w = { stream: s, ready: deferred(), closed: deferred() };
    hidden(this, w);
    if (s.state === 'writable') {
      if (closing(s) || !s.backpressure) w.ready.resolve();
    } else if (s.state === 'erroring') {
      w.ready.reject(s.storedError);
    } else if (s.state === 'closed') {
      w.ready.resolve();
      w.closed.resolve();
    } else {
      w.ready.reject(s.storedError);
      w.closed.reject(s.storedError);
    }
  }
  get closed() { return this[kState].closed.promise; }
  get ready() { return this[kState].ready.promise; }
  get desiredSize() {
    const s = this[kState].stream;
    if (!s) throw invalidState('Writer is not bound to a WritableStream');
    if (s.state === 'errored' || s.state === 'erroring') return null;
    return s.state === 'closed' ? 0 : s.mark - s.queue.total;
  }
  abort(reason) {
    const s = this[kState].stream;
    return s ? abort(s, reason) : Promise.reject(invalidState('Writer is not bound to a WritableStream'));
  }
  close() {
    const s = this[kState].stream;
    if (!s) return Promise.reject(invalidState('Writer is not bound to a WritableStream'));
    return close(s);
  }
  releaseLock() {
    const w = this[kState];
    if (!w.stream) return;
    const error = invalidState('Writer has been released');
    for (const name of ['ready', 'closed']) {
      if (w[name].settled) w[name] = deferred();
      w[name].reject(error);
    }
    w.stream.writer = undefined;
    w.stream = undefined;
  }
  write(chunk) {
    const s = this[kState].stream;
    if (!s) return Promise.reject(invalidState('Writer is not bound to a WritableStream'));
    let size;
    try {
      size = s.size(chunk);
    } catch (e) {
      if (s.state === 'writable') startErroring(s, e);
      size = 1;
    }
    if (this[kState].stream !== s) return Promise.reject(invalidState('Mismatched WritableStreams'));
    if (s.state === 'errored') return Promise.reject(s.storedError);
    if (closing(s) || s.state === 'closed') return Promise.reject(invalidState('WritableStream is closed'));
    if (s.state === 'erroring') return Promise.reject(s.storedError);
    const request = deferred();
    s.requests.push(request);
    try {
      s.queue.push(chunk, size);
    } catch (e) {
      startErroring(s, e);
      return request.promise;
    }
    updateBackpressure(s, s.mark - s.queue.total <= 0);
    advance(s);
    return request.promise;
  }
}

const closing = (s) => s.closeRequest !== undefined || s.closeInFlight !== undefined;

function close(s) {
  if (s.state === 'closed' || s.state === 'errored') return Promise.reject(s.state === 'errored' && s.storedError !== undefined ? s.storedError : invalidState('WritableStream is closed'));
  if (closing(s)) return Promise.reject(invalidState('Failure to close WritableStream'));
  s.closeRequest = deferred();
  const { promise } = s.closeRequest;
  if (s.writer && s.backpressure && s.state === 'writable') s.writer[kState].ready.resolve();
  s.queue.push(kClose, 0);
  advance(s);
  return promise;
}

function abort(s, reason) {
  if (s.state === 'closed' || s.state === 'errored') return Promise.resolve();
  (s.abortController ??= new AbortController()).abort(reason);
  if (s.state === 'closed' || s.state === 'errored') return Promise.resolve();
  if (s.pendingAbort) return s.pendingAbort.done.promise;
  const wasErroring = s.state === 'erroring';
  s.pendingAbort = { done: deferred(), reason: wasErroring ? undefined : reason, wasErroring };
  const { promise } = s.pendingAbort.done;
  if (!wasErroring) startErroring(s, reason);
  return promise;
}

function dealWithRejection(s, error) {
  if (s.state === 'writable') startErroring(s, error);
  else if (s.state === 'erroring') finishErroring(s);
}

function startErroring(s, reason) {
  s.state = 'erroring';
  s.storedError = reason;
  if (s.writer) {
    const w = s.writer[kState];
    if (w.ready.settled) w.ready = deferred();
    w.ready.reject(reason);
  }
  if (!s.inFlight && !s.closeInFlight && s.started) finishErroring(s);
}

function finishErroring(s) {
  s.state = 'errored';
  s.queue.clear();
  for (const request of s.requests.splice(0)) request.reject(s.storedError);
  const pending = s.pendingAbort;
  s.pendingAbort = undefined;
  if (!pending) {
    rejectClose(s);
    return;
  }
  if (pending.wasErroring) {
    pending.done.reject(s.storedError);
    rejectClose(s);
    return;
  }
  const f = s.abort;
  s.write = s.close = s.abort = undefined;
  invoke(() => f?.(pending.reason)).then(() => {
    pending.done.resolve();
    rejectClose(s);
  }, (e) => {
    pending.done.reject(e);
    rejectClose(s);
  });
}

function rejectClose(s) {
  if (s.closeRequest) {
    s.closeRequest.reject(s.storedError);
    s.closeRequest = undefined;
  }
  s.writer?.[kState].closed.reject(s.storedError);
}

function updateBackpressure(s, backpressure) {
  if (s.state !== 'writable' || closing(s)) return;
  if (s.writer && backpressure !== s.backpressure) {
    const w = s.writer[kState];
    if (backpressure) w.ready = deferred();
    else w.ready.resolve();
  }
  s.backpressure = backpressure;
}

// advance hands the next chunk to the sink.
function advance(s) {
  if (!s.started || s.inFlight || s.closeInFlight) return;
  if (s.state === 'erroring') {
    finishErroring(s);
    return;
  }
  if (s.state !== 'writable' || s.queue.list.length === 0) return;
  const { value } = s.queue.list[0];
  if (value === kClose) {
    s.closeInFlight = s.closeRequest;
    s.closeRequest = undefined;
    s.queue.shift();
    const f = s.close;
    invoke(() => f?.()).then(() => {
      s.closeInFlight.resolve();
      s.closeInFlight = undefined;
      if (s.state === 'erroring') {
        s.storedError = undefined;
        s.pendingAbort?.done.resolve();
        s.pendingAbort = undefined;
      }
      s.state = 'closed';
      s.writer?.[kState].closed.resolve();
    }, (e) => {
      s.closeInFlight.reject(e);
      s.closeInFlight = undefined;
      if (s.pendingAbort) {
        s.pendingAbort.done.reject(e);
        s.pendingAbort = undefined;
      }
      dealWithRejection(s, e);
    });
    return;
  }
  s.inFlight = s.requests.shift();
  const f = s.write;
  invoke(() => f?.(value, s.controller)).then(() => {
    s.inFlight.resolve();
    s.inFlight = undefined;
    s.queue.shift();
    if (!closing(s) && s.state === 'writable') updateBackpressure(s, s.mark - s.queue.total <= 0);
    advance(s);
  }, (e) => {
    s.inFlight.reject(e);
    s.inFlight = undefined;
    dealWithRejection(s, e);
  });
}

class TransformStreamDefaultController {
  constructor(token) { if (token !== kMake) throw illegal(); }
  get desiredSize() { return desiredSize(this[kState].readable[kState]); }
  enqueue(chunk) {
    const r = this[kState].readable[kState];
    if (!canEnqueue(r)) throw invalidState('Unable to enqueue');
    try {
      enqueue(r, chunk);
    } catch (e) {
      this[kState].breakWritable(e);
      throw r.storedError;
    }
    this[kState].look();
  }
  error(reason) { this[kState].breakBoth(reason); }
  terminate() {
    const t = this[kState];
    closeController(t.readable[kState]);
    t.breakWritable(invalidState('TransformStream has been terminated'));
  }
}

class TransformStream {
  constructor(transformer = {}, writableStrategy = {}, readableStrategy = {}) {
    if (transformer?.readableType !== undefined) throw make(RangeError, 'ERR_INVALID_ARG_VALUE', `The argument 'transformer.readableType' is invalid.`);
    if (transformer?.writableType !== undefined) throw make(RangeError, 'ERR_INVALID_ARG_VALUE', `The argument 'transformer.writableType' is invalid.`);
    const controller = new TransformStreamDefaultController(kMake);
    const transform = method(transformer, 'transform');
    const flush = method(transformer, 'flush');
    const start = method(transformer, 'start');
    const cancel = method(transformer, 'cancel');
    const started = deferred();
    let room = deferred(); // resolved when the readable side wants more
    const t = {
      breakWritable(reason) {
        const w = t.writable[kState];
        if (w.state === 'writable') startErroring(w, reason);
        room.resolve();
      },
      breakBoth(reason) {
        errorState(t.readable[kState], reason);
        t.breakWritable(reason);
      },
      // look blocks the writable side while the readable one is full.
      look() {
        const r = t.readable[kState];
        if (desiredSize(r) <= 0 && room.settled && !(r.reader && r.reader[kState].requests.length > 0)) room = deferred();
      },
    };
    t.writable = new WritableStream({
      start: () => started.promise,
      async write(chunk) {
        await room.promise;
        const w = t.writable[kState];
        if (w.state === 'erroring') throw w.storedError;
        try {
          if (transform) await transform(chunk, controller);
          else controller.enqueue(chunk);
        } catch (e) {
          t.breakBoth(e);
          throw e;
        }
      },
      async close() {
        const r = t.readable[kState];
        try {
          await flush?.(controller);
        } catch (e) {
          errorState(r, e);
          throw e;
        }
        if (r.state === 'errored') throw r.storedError;
        if (canEnqueue(r)) closeController(r);
      },
      async abort(reason) {
        try {
          await cancel?.(reason);
        } finally {
          errorState(t.readable[kState], reason);
        }
      },
    }, { highWaterMark: writableStrategy.highWaterMark ?? 1, size: writableStrategy.size });
    t.readable = new ReadableStream({
      start: () => started.promise,
      pull() {
        room.resolve();
        return undefined;
      },
      async cancel(reason) {
        await cancel?.(reason);
        t.breakWritable(reason);
      },
    }, { highWaterMark: readableStrategy.highWaterMark ?? 0, size: readableStrategy.size });
    hidden(this, t);
    hidden(controller, t);
    started.resolve(start?.(controller));
  }
  get readable() { return this[kState].readable; }
  get writable() { return this[kState].writable; }
}

// A transform with a class of its own.
class Wrapped {
  #transform;
  constructor(transformer) { this.#transform = new TransformStream(transformer); }
  get readable() { return this.#transform.readable; }
  get writable() { return this.#transform.writable; }
}

class TextEncoderStream extends Wrapped {
  constructor() {
    const encoder = new TextEncoder();
    let high = '';
    super({
      transform(chunk, controller) {
        let text = high + String(chunk);
        high = /[\ud800-\udbff]$/.test(text) ? text.at(-1) : '';
        if (high) text = text.slice(0, -1);
        if (text) controller.enqueue(encoder.encode(text));
      },
      flush(controller) { if (high) controller.enqueue(encoder.encode('\ufffd')); },
    });
  }
  get encoding() { return 'utf-8'; }
}

class TextDecoderStream extends Wrapped {
  #decoder;
  constructor(encoding = 'utf-8', options = {}) {
    const decoder = new TextDecoder(encoding, options);
    super({
      transform(chunk, controller) {
        const text = decoder.decode(chunk, { stream: true });
        if (text) controller.enqueue(text);
      },
      flush(controller) {
        const text = decoder.decode();
        if (text) controller.enqueue(text);
      },
    });
    this.#decoder = decoder;
  }
  get encoding() { return this.#decoder.encoding; }
  get fatal() { return this.#decoder.fatal; }
  get ignoreBOM() { return this.#decoder.ignoreBOM; }
}

function codec(format, kinds, name) {
  if (kinds[format] === undefined) throw make(TypeError, 'ERR_INVALID_ARG_VALUE', `The argument 'format' must be one of: ${Object.keys(kinds).map((k) => `'${k}'`).join(', ')}. Received '${format}'`);
  const stream = require('zlib')[kinds[format]]();
  return {
    start(controller) {
      stream.on('data', (d) => controller.enqueue(new Uint8Array(d)));
      stream.on('error', (e) => controller.error(e));
    },
    transform: (chunk) => new Promise((resolve, reject) => {
      stream.write(ArrayBuffer.isView(chunk) ? chunk : new Uint8Array(chunk), (e) => { if (e) reject(e); else resolve(); });
    }),
    flush: () => new Promise((resolve, reject) => {
      stream.once('end', resolve);
      stream.once('error', reject);
      stream.end();
    }),
  };
}
class CompressionStream extends Wrapped {
  constructor(format) { super(codec(format, { deflate: 'createDeflate', 'deflate-raw': 'createDeflateRaw', gzip: 'createGzip' })); }
}
class DecompressionStream extends Wrapped {
  constructor(format) { super(codec(format, { deflate: 'createInflate', 'deflate-raw': 'createInflateRaw', gzip: 'createGunzip' })); }
}

for (const Class of [WritableStream, WritableStreamDefaultWriter, WritableStreamDefaultController, TransformStream, TransformStreamDefaultController,
  TextEncoderStream, TextDecoderStream, CompressionStream, DecompressionStream]) show(Class);

module.exports = {
  WritableStream, WritableStreamDefaultWriter, WritableStreamDefaultController, TransformStream, TransformStreamDefaultController,
  TextEncoderStream, TextDecoderStream, CompressionStream, DecompressionStream,
  stateOf: (stream) => stream[kState],
  errorStream(stream, reason) { if (stream[kState].state === 'writable') startErroring(stream[kState], reason); },
  closedPromise: (stream) => new Promise((resolve, reject) => {
    const s = stream[kState];
    const look = () => {
      if (s.state === 'closed') resolve();
      else if (s.state === 'errored') reject(s.storedError);
      else setImmediate(look);
    };
    look();
  }),
};
