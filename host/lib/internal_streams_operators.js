'use strict';
// The methods of Readable that work like those of arrays.

const errors = require('internal/streams/errors');
const validate = require('internal/validators');

const kEmpty = Symbol('kEmpty');

function checkOptions(options) {
  if (options !== null && options !== undefined) validate.object(options, 'options');
  if (options?.signal !== null && options?.signal !== undefined) require('internal/streams/end').checkSignal(options.signal, 'options.signal');
}

function checkFunction(fn, name = 'fn') {
  if (typeof fn !== 'function') validate.typeError(name, 'of type function or an instance of AsyncFunction', fn);
}

function throwIfAborted(options) {
  if (options?.signal?.aborted) throw new errors.AbortError(undefined, { cause: options.signal.reason });
}

// map calls fn for several chunks at a time and yields the results in order.
function map(fn, options) {
  checkFunction(fn);
  checkOptions(options);
  let concurrency = 1;
  if (options?.concurrency !== null && options?.concurrency !== undefined) concurrency = Math.floor(options.concurrency);
  let mark = concurrency - 1;
  if (options?.highWaterMark !== null && options?.highWaterMark !== undefined) mark = Math.floor(options.highWaterMark);
  validate.integer(concurrency, 'options.concurrency', 1, Number.MAX_SAFE_INTEGER);
  validate.integer(mark, 'options.highWaterMark', 0, Number.MAX_SAFE_INTEGER);
  mark += concurrency;

  return async function* map() {
    const ac = new AbortController();
    if (options?.signal) {
      if (options.signal.aborted) ac.abort(options.signal.reason);
      else options.signal.addEventListener('abort', () => ac.abort(options.signal.reason), { once: true });
    }
    const { signal } = ac;
    const stream = this;
    const queue = [];
    let next;
    let resume;
    let done = false;
    let running = 0;
    const wake = () => {
      next?.();
      next = null;
    };
    const onCatch = () => {
      done = true;
      afterItem();
    };
    function afterItem() {
      running--;
      maybeResume();
    }
    function maybeResume() {
      if (resume && !done && running < concurrency && queue.length < mark) {
        resume();
        resume = null;
      }
    }
    async function pump() {
      try {
        for await (let value of stream) {
          if (done) return;
          if (signal.aborted) throw new errors.AbortError();
          try {
            value = fn(value, { signal });
            if (value === kEmpty) continue;
            value = Promise.resolve(value);
          } catch (err) {
            value = Promise.reject(err);
          }
          running++;
          value.then(afterItem, onCatch);
          queue.push(value);
          wake();
          if (!done && (queue.length >= mark || running >= concurrency)) await new Promise((resolve) => { resume = resolve; });
        }
        queue.push(undefined, true);
      } catch (err) {
        const failed = Promise.reject(err);
        failed.then(afterItem, onCatch);
        queue.push(failed);
      } finally {
        done = true;
        wake();
      }
    }
    pump();
    try {
      while (true) {
        while (queue.length > 0) {
          if (queue[0] === undefined && queue[1] === true) return;
          const value = await queue[0];
          if (signal.aborted) throw new errors.AbortError();
          if (value !== kEmpty) yield value;
          queue.shift();
          maybeResume();
        }
        await new Promise((resolve) => { next = resolve; });
      }
    } finally {
      done = true;
      if (resume) {
        resume();
        resume = null;
      }
    }
  }.call(this);
}

function filter(fn, options) {
  checkFunction(fn);
  return map.call(this, async (value, opts) => (await fn(value, opts)) ? value : kEmpty, options);
}

function flatMap(fn, options) {
  const values = map.call(this, fn, options);
  return async function* flatMap() {
    for await (const val of values) yield* val;
  }.call(this);
}

function toCount(number) {
  number = Number(number);
  if (Number.isNaN(number)) return 0;
  if (number < 0)
    throw validate.make(RangeError, 'ERR_OUT_OF_RANGE', `The value of "number" is out of range. It must be >= 0. Received ${number}`);
  return number;
}

function drop(number, options) {
  checkOptions(options);
  number = toCount(number);
  return async function* drop() {
    throwIfAborted(options);
    for await (const val of this) {
      throwIfAborted(options);
      if (number-- <= 0) yield val;
    }
  }.call(this);
}

function takeFirst(number, options) {
  checkOptions(options);
  number = toCount(number);
  return async function* take() {
    throwIfAborted(options);
    for await (const val of this) {
      throwIfAborted(options);
      if (number-- > 0) yield val;
      if (number <= 0) return;
    }
  }.call(this);
}

function asIndexedPairs(options) {
  checkOptions(options);
  return async function* asIndexedPairs() {
    let index = 0;
    for await (const val of this) {
      throwIfAborted(options);
      yield [index++, val];
    }
  }.call(this);
}

// They make streams.
const streamers = {
  asIndexedPairs, drop, filter, flatMap, map, take: takeFirst,
  compose(stream, options) {
    checkOptions(options);
    const composed = require('internal/streams/pipeline').compose(this, stream);
    if (options?.signal) require('internal/streams/end').addAbortSignal(options.signal, composed);
    return composed;
  },
};

async function some(fn, options) {
  checkFunction(fn);
  for await (const _ of filter.call(this, fn, options)) return true;
  return false;
}

// They make promises.
const promisers = {
  some,
  async every(fn, options) {
    checkFunction(fn);
    return !(await some.call(this, async (...args) => !(await fn(...args)), options));
  },
  async find(fn, options) {
    for await (const result of filter.call(this, fn, options)) return result;
    return undefined;
  },
  async forEach(fn, options) {
    checkFunction(fn);
    for await (const _ of map.call(this, async (value, opts) => {
      await fn(value, opts);
      return kEmpty;
    }, options));
  },
  async toArray(options) {
    checkOptions(options);
    const result = [];
    for await (const val of this) {
      throwIfAborted(options);
      result.push(val);
    }
    return result;
  },
  async reduce(reducer, initialValue, options) {
    checkFunction(reducer, 'reducer');
    checkOptions(options);
    let hasInitial = arguments.length > 1;
    if (options?.signal?.aborted) {
      const err = new errors.AbortError(undefined, { cause: options.signal.reason });
      this.once('error', () => {});
      await require('internal/streams/end').finished(this.destroy(err));
      throw err;
    }
    const ac = new AbortController();
    options?.signal?.addEventListener('abort', () => ac.abort(), { once: true });
    let empty = true;
    for await (const value of this) {
      empty = false;
      throwIfAborted(options);
      if (hasInitial) {
        initialValue = await reducer(initialValue, value, { signal: ac.signal });
      } else {
        initialValue = value;
        hasInitial = true;
      }
    }
    if (empty && !hasInitial) throw validate.make(TypeError, 'ERR_MISSING_ARGS', 'Reduce of an empty stream requires an initial value');
    return initialValue;
  },
};

exports.install = (Readable) => {
  const define = (name, value) => Object.defineProperty(Readable.prototype, name, { value, enumerable: false, configurable: true, writable: true });
  for (const name of Object.keys(streamers)) {
    const op = streamers[name];
    define(name, { [name](...args) {
      const result = Reflect.apply(op, this, args);
      return typeof result?.pipe === 'function' ? result : Readable.from(result);
    } }[name]);
  }
  for (const name of Object.keys(promisers)) define(name, promisers[name]);
};
