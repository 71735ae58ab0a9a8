'use strict';
// node:readline: lines of a stream. Editing of the line is the terminal's own.

const EventEmitter = require('events');
const { StringDecoder } = require('string_decoder');
const validate = require('internal/validators');

const { make } = validate;
const closedError = () => make(Error, 'ERR_USE_AFTER_CLOSE', 'readline was closed');

class Interface extends EventEmitter {
  #prompt = '> ';
  #partial = '';
  #decoder = new StringDecoder('utf8');
  #lastCR = 0;
  #question = null;
  #listeners;

  constructor(input, output, completer, terminal) {
    super();
    const options = input && typeof input.on !== 'function' ? input : { input, output, completer, terminal };
    if (options.input === undefined || options.input === null) validate.typeError('input', 'an instance of Stream', options.input);
    const { crlfDelay, signal, historySize } = options;
    this.input = options.input;
    this.output = options.output;
    this.terminal = options.terminal ?? !!options.output?.isTTY;
    this.line = '';
    this.cursor = 0;
    this.history = options.history ?? [];
    this.historySize = historySize ?? 30;
    this.crlfDelay = crlfDelay ? Math.max(100, crlfDelay) : 100;
    this.closed = false;
    this.paused = false;
    if (options.prompt !== undefined) this.#prompt = `${options.prompt}`;
    this.#listeners = {
      data: (chunk) => this.#take(typeof chunk === 'string' ? chunk : this.#decoder.write(chunk)),
      end: () => {
        this.#take(this.#decoder.end());
        if (this.#partial !== '') this.#give(this.#partial);
        this.#partial = '';
        this.close();
      },
      error: (err) => this.emit('error', err),
    };
    for (const name of Object.keys(this.#listeners)) this.input.on(name, this.#listeners[name]);
    if (signal) {
      if (signal.aborted) process.nextTick(() => this.close());
      else signal.addEventListener('abort', () => this.close(), { once: true });
    }
    this.input.resume();
  }
  #take(text) {
    if (text === '') return;
    if (this.#lastCR && text[0] === '\n' && Date.now() - this.#lastCR <= this.crlfDelay) text = text.slice(1);
    this.#lastCR = 0;
    if (text === '') return;
    this.#partial += text;
    if (!/[\r\n\u2028\u2029]/.test(text)) return;
    if (this.#partial.endsWith('\r')) this.#lastCR = Date.now();
    const parts = this.#partial.split(/\r\n|[\n\r\u2028\u2029]/);
    this.#partial = parts.pop();
    for (const line of parts) this.#give(line);
  }
  #give(line) {
    if (this.closed && !this.#question) {
      this.emit('line', line);
      return;
    }
    if (this.#question) {
      const answer = this.#question;
      this.#question = null;
      answer(line);
      return;
    }
    this.emit('line', line);
  }
  setPrompt(prompt) { this.#prompt = `${prompt}`; }
  getPrompt() { return this.#prompt; }
  prompt(preserveCursor) {
    if (this.paused) this.resume();
    this.output?.write(this.#prompt);
  }
  question(query, options, callback) {
    if (typeof options === 'function') callback = options;
    if (this.closed) throw closedError();
    if (typeof callback !== 'function') return;
    if (this.#question) {
      this.prompt();
      return;
    }
    const { signal } = typeof options === 'object' && options !== null ? options : {};
    if (signal?.aborted) return;
    if (this.paused) this.resume();
    this.output?.write(query);
    const onAbort = () => { this.#question = null; };
    signal?.addEventListener('abort', onAbort, { once: true });
    this.#question = (line) => {
      signal?.removeEventListener('abort', onAbort);
      callback(line);
    };
  }
  write(data) {
    if (this.closed) throw closedError();
    if (this.paused) this.resume();
    if (data !== null && data !== undefined) this.#take(`${data}`);
  }
  pause() {
    if (this.paused) return this;
    this.input.pause();
    this.paused = true;
    this.emit('pause');
    return this;
  }
  resume() {
    if (!this.paused) return this;
    this.input.resume();
    this.paused = false;
    this.emit('resume');
    return this;
  }
  close() {
    if (this.closed) return;
    this.pause();
    for (const name of Object.keys(this.#listeners)) this.input.removeListener(name, this.#listeners[name]);
    this.closed = true;
    this.emit('close');
  }
  getCursorPos() { return { rows: 0, cols: this.cursor }; }
  [Symbol.asyncIterator]() {
    const lines = [];
    const waiting = [];
    let done = this.closed;
    let error;
    const settle = () => {
      while (waiting.length > 0 && (lines.length > 0 || done || error)) {
        const { resolve, reject } = waiting.shift();
        if (lines.length > 0) resolve({ value: lines.shift(), done: false });
        else if (error) reject(error);
        else resolve({ value: undefined, done: true });
      }
      if (lines.length < 512 && this.paused && !done) this.resume();
    };
    this.on('line', (line) => {
      lines.push(line);
      if (lines.length > 1024) this.pause();
      settle();
    });
    this.on('error', (e) => {
      error = e;
      settle();
    });
    this.on('close', () => {
      done = true;
      settle();
    });
    return {
      next: () => new Promise((resolve, reject) => {
        waiting.push({ resolve, reject });
        settle();
      }),
      return: async (value) => {
        this.close();
        return { value, done: true };
      },
      [Symbol.asyncIterator]() { return this; },
    };
  }
  [Symbol.dispose ?? Symbol.for('nodejs.dispose')]() { this.close(); }
}
Object.defineProperty(Interface.prototype.question, Symbol.for('nodejs.util.promisify.custom'), {
  value(query, options) {
    return new Promise((resolve, reject) => {
      const signal = options?.signal;
      if (signal?.aborted) {
        reject(new (require('internal/streams/errors').AbortError)(undefined, { cause: signal.reason }));
        return;
      }
      signal?.addEventListener('abort', () => reject(new (require('internal/streams/errors').AbortError)(undefined, { cause: signal.reason })), { once: true });
      this.question(query, options ?? {}, resolve);
    });
  },
});

function control(stream, text, callback) {
  if (callback !== undefined) validate.function(callback, 'callback');
  if (stream === null || stream === undefined || text === '') {
    if (typeof callback === 'function') process.nextTick(callback, null);
    return true;
  }
  return stream.write(text, callback);
}
const esc = '\x1b[';

module.exports = {
  Interface,
  createInterface: (...args) => new Interface(...args),
  clearLine: (stream, dir, callback) => control(stream, `${esc}${dir < 0 ? '1' : dir > 0 ? '0' : '2'}K`, callback),
  clearScreenDown: (stream, callback) => control(stream, `${esc}0J`, callback),
  cursorTo(stream, x, y, callback) {
    if (typeof y === 'function') [y, callback] = [undefined, y];
    return control(stream, typeof y === 'number' ? `${esc}${y + 1};${x + 1}H` : `${esc}${x + 1}G`, callback);
  },
  moveCursor(stream, dx, dy, callback) {
    let text = dx < 0 ? `${esc}${-dx}D` : dx > 0 ? `${esc}${dx}C` : '';
    text += dy < 0 ? `${esc}${-dy}A` : dy > 0 ? `${esc}${dy}B` : '';
    return control(stream, text, callback);
  },
  emitKeypressEvents() {},
};
Object.defineProperty(module.exports, 'promises', { configurable: true, enumerable: true, get: () => require('readline/promises') });
