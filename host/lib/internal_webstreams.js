'use strict';
// The streams of the web: readable ones, queues and readers. Writable and
// transforming ones are in internal/webstreams_writable.
// https://streams.spec.whatwg.org/

const { make } = require('internal/validators');

const nop = () => {};
const invalidState = (text) => make(TypeError, 'ERR_INVALID_STATE', `Invalid state: ${text}`);
const invalidThis = (name) => make(TypeError, 'ERR_INVALID_THIS', `Value of "this" must be of type ${name}`);
const illegal = () => make(TypeError, 'ERR_ILLEGAL_CONSTRUCTOR', 'Illegal constructor');
const kMake = Symbol('kMake');
const kState = Symbol('kState');

// deferred is a promise with its functions; nobody need handle its rejection.
function deferred() {
  const d = { settled: false };
  d.promise = new Promise((resolve, reject) => {
    d.resolve = (v) => {
      d.settled = true;
      resolve(v);
    };
    d.reject = (e) => {
      d.settled = true;
      reject(e);
    };
  });
  d.promise.catch(nop);
  return d;
}

function sizeOf(strategy) {
  if (strategy?.size === undefined) return () => 1;
  if (typeof strategy.size !== 'function') throw make(TypeError, 'ERR_INVALID_ARG_TYPE', 'The "strategy.size" argument must be of type function.');
  return (chunk) => Reflect.apply(strategy.size, undefined, [chunk]);
}
function markOf(strategy, otherwise) {
  const mark = strategy?.highWaterMark;
  if (mark === undefined) return otherwise;
  const n = Number(mark);
  if (Number.isNaN(n) || n < 0) throw make(RangeError, 'ERR_INVALID_ARG_VALUE', `The property 'strategy.highWaterMark' is invalid. Received ${String(mark)}`);
  return n;
}

// Queue is a queue whose entries have sizes.
class Queue {
  list = [];
  total = 0;
  push(value, size) {
    size = Number(size);
    if (Number.isNaN(size) || size < 0 || size === Infinity) throw make(RangeError, 'ERR_INVALID_ARG_VALUE', `The argument 'size' is invalid. Received ${size}`);
    this.list.push({ value, size });
    this.total += size;
  }
  shift() {
    const { value, size } = this.list.shift();
    this.total = Math.max(0, this.total - size);
    return value;
  }
  clear() {
    this.list = [];
    this.total = 0;
  }
}

class ReadableStreamDefaultController {
  constructor(token) { if (token !== kMake) throw illegal(); }
  get desiredSize() { return desiredSize(this[kState]); }
  close() {
    const s = this[kState];
    if (!canEnqueue(s)) throw invalidState('Controller is already closed');
    closeController(s);
  }
  enqueue(chunk) {
    const s = this[kState];
    if (!canEnqueue(s)) throw invalidState('Controller is already closed');
    if (s.isBytes && !ArrayBuffer.isView(chunk)) throw make(TypeError, 'ERR_INVALID_ARG_TYPE', 'The "chunk" argument must be an instance of Buffer, TypedArray, or DataView.');
    enqueue(s, chunk);
  }
  error(reason) { errorState(this[kState], reason); }
  get [Symbol.toStringTag]() { return this[kState]?.isBytes ? 'ReadableByteStreamController' : 'ReadableStreamDefaultController'; }
}
class ReadableByteStreamController extends ReadableStreamDefaultController {
  get byobRequest() { return null; }
}

const canEnqueue = (s) => !s.closeRequested && s.state === 'readable';
function desiredSize(s) {
  if (s.state === 'errored') return null;
  if (s.state === 'closed') return 0;
  return s.mark - s.queue.total;
}
function enqueue(s, chunk) {
  if (s.reader && s.reader[kState].requests.length > 0) {
    s.reader[kState].requests.shift().resolve({ value: chunk, done: false });
  } else {
    try {
      s.queue.push(chunk, s.isBytes ? chunk.byteLength : s.size(chunk));
    } catch (e) {
      errorState(s, e);
      throw e;
    }
  }
  callPull(s);
}
function closeController(s) {
  s.closeRequested = true;
  if (s.queue.list.length === 0) closeStream(s);
}
function closeStream(s) {
  if (s.state !== 'readable') return;
  s.state = 'closed';
  s.pull = s.cancel = undefined;
  if (!s.reader) return;
  const r = s.reader[kState];
  for (const request of r.requests.splice(0)) request.resolve({ value: undefined, done: true });
  r.closed.resolve();
}
function errorState(s, reason) {
  if (s.state !== 'readable') return;
  s.queue.clear();
  s.state = 'errored';
  s.storedError = reason;
  s.pull = s.cancel = undefined;
  if (!s.reader) return;
  const r = s.reader[kState];
  for (const request of r.requests.splice(0)) request.reject(reason);
  r.closed.reject(reason);
}
function shouldPull(s) {
  if (!canEnqueue(s) || !s.started) return false;
  if (s.reader && s.reader[kState].requests.length > 0) return true;
  return desiredSize(s) > 0;
}
function callPull(s) {
  if (!shouldPull(s)) return;
  if (s.pulling) {
    s.pullAgain = true;
    return;
  }
  s.pulling = true;
  invoke(() => s.pull?.(s.controller)).then(() => {
    s.pulling = false;
    if (s.pullAgain) {
      s.pullAgain = false;
      callPull(s);
    }
  }, (e) => errorState(s, e));
}
function invoke(f) {
  try {
    return Promise.resolve(f());
  } catch (e) {
    return Promise.reject(e);
  }
}

function method(source, name) {
  const f = source?.[name];
  if (f === undefined) return undefined;
  if (typeof f !== 'function') throw make(TypeError, 'ERR_INVALID_ARG_TYPE', `The "source.${name}" property must be of type function.`);
  return (...args) => Reflect.apply(f, source, args);
}

function setUp(stream, source, mark, size, isBytes) {
  const controller = new (isBytes ? ReadableByteStreamController : ReadableStreamDefaultController)(kMake);
  const s = {
    stream, controller, state: 'readable', storedError: undefined, disturbed: false, reader: undefined, queue: new Queue(), mark, size, isBytes,
    started: false, closeRequested: false, pulling: false, pullAgain: false, pull: method(source, 'pull'), cancel: method(source, 'cancel'),
  };
  hidden(controller, s);
  hidden(stream, s);
  const start = method(source, 'start');
  const started = start ? start(controller) : undefined;
  Promise.resolve(started).then(() => {
    s.started = true;
    callPull(s);
  }, (e) => errorState(s, e));
}

const hidden = (o, state) => Object.defineProperty(o, kState, { value: state, writable: true });

function cancelStream(s, reason) {
  s.disturbed = true;
  if (s.state === 'closed') return Promise.resolve();
  if (s.state === 'errored') return Promise.reject(s.storedError);
  const { cancel } = s;
  closeStream(s);
  s.queue.clear();
  return invoke(() => cancel?.(reason)).then(nop);
}

function readFrom(s) {
  s.disturbed = true;
  if (s.state === 'closed') return Promise.resolve({ value: undefined, done: true });
  if (s.state === 'errored') return Promise.reject(s.storedError);
  if (s.queue.list.length > 0) {
    const value = s.queue.shift();
    if (s.closeRequested && s.queue.list.length === 0) closeStream(s);
    else callPull(s);
    return Promise.resolve({ value, done: false });
  }
  const request = deferred();
  s.reader[kState].requests.push(request);
  callPull(s);
  return request.promise;
}

class ReadableStreamDefaultReader {
  constructor(stream) {
    if (!(stream instanceof ReadableStream)) throw make(TypeError, 'ERR_INVALID_ARG_TYPE', 'The "stream" argument must be an instance of ReadableStream.');
    const s = stream[kState];
    if (s.reader) throw invalidState('ReadableStream is locked');
    const r = { stream: s, requests: [], closed: deferred() };
    hidden(this, r);
    s.reader = this;
    if (s.state === 'closed') r.closed.resolve();
    else if (s.state === 'errored') r.closed.reject(s.storedError);
  }
  read() {
    const { stream } = this[kState];
    if (!stream) return Promise.reject(invalidState('The reader is not attached to a stream'));
    return readFrom(stream);
  }
  releaseLock() {
    const r = this[kState];
    if (!r.stream) return;
    const error = make(TypeError, 'ERR_INVALID_STATE', 'Invalid state: Releasing reader');
    if (r.closed.settled) r.closed = deferred();
    r.closed.reject(error);
    r.stream.reader = undefined;
    r.stream = undefined;
    for (const request of r.requests.splice(0)) request.reject(error);
  }
  get closed() { return this[kState].closed.promise; }
  cancel(reason) {
    const { stream } = this[kState];
    if (!stream) return Promise.reject(invalidState('The reader is not attached to a stream'));
    return cancelStream(stream, reason);
  }
}
// BYOB readers copy what they are given into the caller's view.
class ReadableStreamBYOBReader extends ReadableStreamDefaultReader {
  constructor(stream) {
    super(stream);
    if (!stream[kState].isBytes) {
      this.releaseLock();
      throw make(TypeError, 'ERR_INVALID_ARG_VALUE', "The argument 'stream' must be a byte stream");
    }
    this[kState].rest = null;
  }
  async read(view) {
    if (!ArrayBuffer.isView(view)) throw make(TypeError, 'ERR_INVALID_ARG_TYPE', 'The "view" argument must be an instance of Buffer, TypedArray, or DataView.');
    const r = this[kState];
    let chunk = r.rest;
    r.rest = null;
    if (!chunk) {
      const { value, done } = await super.read();
      if (done) return { value: new view.constructor(view.buffer, view.byteOffset, 0), done };
      chunk = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
    }
    const n = Math.min(chunk.length, view.byteLength);
    new Uint8Array(view.buffer, view.byteOffset, n).set(chunk.subarray(0, n));
    if (n < chunk.length) r.rest = chunk.subarray(n);
    return { value: new view.constructor(view.buffer, view.byteOffset, n / (view.BYTES_PER_ELEMENT ?? 1)), done: false };
  }
}

class ReadableStream {
  constructor(source = {}, strategy = {}) {
    if (source === null) throw make(TypeError, 'ERR_INVALID_ARG_TYPE', 'The "source" argument must be of type object. Received null');
    const { type } = source;
    if (type !== undefined && `${type}` !== 'bytes') throw make(TypeError, 'ERR_INVALID_ARG_VALUE', `The argument 'source.type' is invalid. Received '${type}'`);
    const isBytes = type !== undefined;
    setUp(this, source, markOf(strategy, isBytes ? 0 : 1), isBytes ? undefined : sizeOf(strategy), isBytes);
  }
  get locked() { return this[kState].reader !== undefined; }
  cancel(reason) {
    const s = this[kState];
    if (!s) return Promise.reject(invalidThis('ReadableStream'));
    if (s.reader) return Promise.reject(invalidState('ReadableStream is locked'));
    return cancelStream(s, reason);
  }
  getReader(options) {
    const mode = options?.mode;
    if (mode === undefined) return new ReadableStreamDefaultReader(this);
    if (`${mode}` !== 'byob') throw make(TypeError, 'ERR_INVALID_ARG_VALUE', `The property 'options.mode' is invalid. Received '${mode}'`);
    return new ReadableStreamBYOBReader(this);
  }
  pipeThrough(transform, options) {
    if (this.locked) throw invalidState('The ReadableStream is locked');
    if (transform.writable.locked) throw invalidState('The WritableStream is locked');
    this.pipeTo(transform.writable, options).catch(nop);
    return transform.readable;
  }
  pipeTo(destination, options) {
    try {
      if (this.locked) throw invalidState('The ReadableStream is locked');
      if (destination.locked) throw invalidState('The WritableStream is locked');
    } catch (e) {
      return Promise.reject(e);
    }
    return pipe(this, destination, { ...options });
  }
  tee() { return tee(this); }
  values(options) { return iterate(this, !!options?.preventCancel); }
  static from(iterable) {
    const f = iterable?.[Symbol.asyncIterator] ?? iterable?.[Symbol.iterator];
    if (typeof f !== 'function') throw make(TypeError, 'ERR_ARG_NOT_ITERABLE', `${String(iterable)} is not iterable`);
    const iterator = Reflect.apply(f, iterable, []);
    return new ReadableStream({
      async pull(controller) {
        const { value, done } = await iterator.next();
        if (done) controller.close();
        else controller.enqueue(await value);
      },
      async cancel(reason) { await iterator.return?.(reason); },
    }, { highWaterMark: 0 });
  }
  [Symbol.for('nodejs.util.inspect.custom')](depth, options) {
    const s = this[kState];
    return `ReadableStream { locked: ${this.locked}, state: '${s.state}', supportsBYOB: ${s.isBytes} }`;
  }
}
Object.defineProperty(ReadableStream.prototype, Symbol.asyncIterator, { value: ReadableStream.prototype.values, writable: true, configurable: true });

const asyncIteratorPrototype = Object.getPrototypeOf(Object.getPrototypeOf((async function* () {}).prototype));

function iterate(stream, preventCancel) {
  const reader = stream.getReader();
  let ongoing = Promise.resolve();
  let finished = false;
  const step = async () => {
    if (finished) return { value: undefined, done: true };
    try {
      const result = await reader.read();
      if (result.done) {
        finished = true;
        reader.releaseLock();
      }
      return result;
    } catch (e) {
      finished = true;
      reader.releaseLock();
      throw e;
    }
  };
  return {
    __proto__: asyncIteratorPrototype,
    next() { return ongoing = ongoing.then(step, step); },
    return(value) {
      const end = async () => {
        if (!finished) {
          finished = true;
          if (preventCancel) reader.releaseLock();
          else {
            const cancelled = reader.cancel(value);
            reader.releaseLock();
            await cancelled;
          }
        }
        return { value, done: true };
      };
      return ongoing = ongoing.then(end, end);
    },
  };
}

function tee(stream) {
  const reader = stream.getReader();
  const branches = [];
  const cancelled = [false, false];
  const reasons = [];
  const cancel = deferred();
  let reading = false;
  let again = false;
  function pull() {
    if (reading) {
      again = true;
      return;
    }
    reading = true;
    reader.read().then(({ value, done }) => {
      reading = false;
      if (done) {
        branches.forEach((b, i) => { if (!cancelled[i]) closeController(b[kState]); });
        if (!cancelled[0] || !cancelled[1]) cancel.resolve();
        return;
      }
      branches.forEach((b, i) => { if (!cancelled[i]) enqueue(b[kState], value); });
      if (again) {
        again = false;
        pull();
      }
    }, (e) => {
      branches.forEach((b) => errorState(b[kState], e));
      if (!cancelled[0] || !cancelled[1]) cancel.resolve();
    });
  }
  for (const i of [0, 1]) {
    branches.push(new ReadableStream({
      type: stream[kState].isBytes ? 'bytes' : undefined,
      pull,
      cancel(reason) {
        cancelled[i] = true;
        reasons[i] = reason;
        if (cancelled[0] && cancelled[1]) cancel.resolve(reader.cancel(reasons));
        return cancel.promise;
      },
    }));
  }
  reader.closed.catch((e) => {
    branches.forEach((b) => errorState(b[kState], e));
    cancel.resolve();
  });
  return branches;
}

async function pipe(source, destination, { preventClose, preventAbort, preventCancel, signal }) {
  const reader = source.getReader();
  const writer = destination.getWriter();
  const s = source[kState];
  s.disturbed = true;
  let stop; // how it ends: { error, abort, cancel, close }
  const ended = deferred();
  const finish = (how) => {
    if (stop) return;
    stop = how;
    ended.resolve();
  };
  const onAbort = () => finish({ error: signal.reason, failed: true, abort: !preventAbort, cancel: !preventCancel });
  if (signal?.aborted) onAbort();
  else signal?.addEventListener('abort', onAbort);
  const w = () => require('internal/webstreams_writable').stateOf(destination);
  reader.closed.then(() => finish({ close: !preventClose }), (error) => finish({ error, failed: true, abort: !preventAbort }));
  writer.closed.then(() => finish({ error: invalidState('Destination WritableStream is closed'), failed: true, cancel: !preventCancel }),
    (error) => finish({ error, failed: true, cancel: !preventCancel }));
  let last = Promise.resolve();
  while (!stop) {
    await Promise.race([writer.ready.catch(nop), ended.promise]);
    if (stop) break;
    const result = await Promise.race([reader.read().catch(nop), ended.promise]);
    if (!result) break;
    if (result.done) {
      finish({ close: !preventClose });
      break;
    }
    last = writer.write(result.value);
    last.catch(nop);
  }
  await ended.promise;
  // What had been read before the end is written still.
  if (stop.close !== undefined || stop.abort) {
    while (w().state === 'writable' && s.queue.list.length > 0 && stop.close !== undefined) last = writer.write(s.queue.shift());
    if (!stop.failed || !signal?.aborted) await last.catch(nop);
  }
  let { error } = stop;
  let { failed } = stop;
  try {
    const work = [];
    if (stop.close) work.push(w().state === 'errored' ? Promise.reject(w().storedError) : writer.close());
    if (stop.abort) work.push(writer.abort(error));
    if (stop.cancel) work.push(reader.cancel(error));
    await Promise.all(work);
  } catch (e) {
    error = e;
    failed = true;
  }
  signal?.removeEventListener('abort', onAbort);
  writer.releaseLock();
  reader.releaseLock();
  if (failed) throw error;
}

class ByteLengthQueuingStrategy {
  constructor(init) { this.highWaterMark = Number(init.highWaterMark); }
  get size() { return byteSize; }
}
class CountQueuingStrategy {
  constructor(init) { this.highWaterMark = Number(init.highWaterMark); }
  get size() { return countSize; }
}
const byteSize = Object.defineProperty((chunk) => chunk.byteLength, 'name', { value: 'size' });
const countSize = Object.defineProperty(() => 1, 'name', { value: 'size' });

function show(Class) {
  if (!Object.hasOwn(Class.prototype, Symbol.toStringTag)) Object.defineProperty(Class.prototype, Symbol.toStringTag, { value: Class.name, configurable: true });
  for (const name of Object.getOwnPropertyNames(Class.prototype))
    if (name !== 'constructor') Object.defineProperty(Class.prototype, name, { enumerable: true });
}
for (const Class of [ReadableStream, ReadableStreamDefaultReader, ReadableStreamBYOBReader, ReadableStreamDefaultController, ReadableByteStreamController,
  ByteLengthQueuingStrategy, CountQueuingStrategy]) show(Class);

// closedPromise settles when a stream of either kind ends; errorStream breaks it.
function closedPromise(stream) {
  const s = stream[kState];
  if (!(stream instanceof ReadableStream)) return require('internal/webstreams_writable').closedPromise(stream);
  return new Promise((resolve, reject) => {
    const look = () => {
      if (s.state === 'closed') resolve();
      else if (s.state === 'errored') reject(s.storedError);
      else setImmediate(look);
    };
    look();
  });
}
function errorStream(stream, reason) {
  if (stream instanceof ReadableStream) errorState(stream[kState], reason);
  else require('internal/webstreams_writable').errorStream(stream, reason);
}

module.exports = {
  ReadableStream, ReadableStreamDefaultReader, ReadableStreamBYOBReader, ReadableStreamDefaultController, ReadableByteStreamController,
  ByteLengthQueuingStrategy, CountQueuingStrategy,
  closedPromise, errorStream, kMake, kState, deferred, invoke, sizeOf, markOf, Queue, hidden, show, illegal, invalidState, method,
  enqueue, errorState, closeController, canEnqueue, desiredSize, isDisturbed: (stream) => stream[kState].disturbed,
};
for (const name of ['WritableStream', 'WritableStreamDefaultWriter', 'WritableStreamDefaultController', 'TransformStream', 'TransformStreamDefaultController',
  'TextEncoderStream', 'TextDecoderStream', 'CompressionStream', 'DecompressionStream'])
  Object.defineProperty(module.exports, name, { enumerable: true, configurable: true, get: () => require('internal/webstreams_writable')[name] });
