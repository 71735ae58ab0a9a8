'use strict';
// fs.watchFile and fs.watch, by looking at files again and again.

const check = require('internal/validators');
const { EventEmitter } = require('events');
const { sync, toPath } = require('internal/fs_sync');
const { makeStats } = require('internal/fs_stats');
const path = require('path');

const nothing = (bigint) => makeStats(Array(18).fill(0), bigint);
const look = (file, bigint) => sync.statSync(file, { bigint, throwIfNoEntry: false }) ?? nothing(bigint);

class StatWatcher extends EventEmitter {
  constructor(file, { interval = 5007, persistent = true, bigint = false }) {
    super();
    this.previous = look(file, bigint);
    this.timer = setInterval(() => {
      const now = look(file, bigint);
      const { previous } = this;
      if (now.mtimeMs === previous.mtimeMs && now.size === previous.size && now.ino === previous.ino && now.ctimeMs === previous.ctimeMs) return;
      this.previous = now;
      this.emit('change', now, previous);
    }, interval);
    if (!persistent) this.timer.unref();
  }
  ref() { this.timer.ref(); return this; }
  unref() { this.timer.unref(); return this; }
  stop() {
    clearInterval(this.timer);
    this.emit('stop');
  }
}

const watched = new Map();

function watchFile(file, options, listener) {
  if (options === null || typeof options !== 'object') [options, listener] = [{}, options];
  check.function(listener, 'listener');
  file = path.resolve(toPath(file, 'filename'));
  if (!watched.has(file)) watched.set(file, new StatWatcher(file, options));
  return watched.get(file).on('change', listener);
}

function unwatchFile(file, listener) {
  file = path.resolve(toPath(file, 'filename'));
  const w = watched.get(file);
  if (w === undefined) return;
  if (typeof listener === 'function') w.removeListener('change', listener);
  else w.removeAllListeners('change');
  if (w.listenerCount('change') > 0) return;
  w.stop();
  watched.delete(file);
}

// snapshot maps the names in a folder, or a file's own, to what changes.
function snapshot(target, recursive) {
  const out = new Map();
  const stats = sync.statSync(target);
  const add = (file, name) => {
    const s = sync.statSync(file, { throwIfNoEntry: false });
    if (s) out.set(name, `${s.ino} ${s.mtimeMs} ${s.size}`);
  };
  if (!stats.isDirectory()) add(target, path.basename(target));
  else for (const name of sync.readdirSync(target, { recursive })) add(path.join(target, name), name);
  return out;
}

const often = 50;

class FSWatcher extends EventEmitter {
  #timer;
  constructor(target, { persistent = true, recursive = false, signal }) {
    super();
    let before = snapshot(target, recursive);
    this.#timer = setInterval(() => {
      let now;
      try {
        now = snapshot(target, recursive);
      } catch {
        now = new Map();
      }
      for (const [name, state] of now) {
        if (!before.has(name)) this.emit('change', 'rename', name);
        else if (before.get(name) !== state) this.emit('change', 'change', name);
      }
      for (const name of before.keys()) if (!now.has(name)) this.emit('change', 'rename', name);
      before = now;
    }, often);
    if (!persistent) this.#timer.unref();
    if (signal?.aborted) process.nextTick(() => this.close());
    else signal?.addEventListener('abort', () => this.close(), { once: true });
  }
  ref() { this.#timer.ref(); return this; }
  unref() { this.#timer.unref(); return this; }
  close() {
    if (this.#timer === undefined) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
    process.nextTick(() => this.emit('close'));
  }
}

function watch(target, options, listener) {
  if (typeof options === 'function') [options, listener] = [{}, options];
  if (typeof options === 'string') options = { encoding: options };
  target = toPath(target, 'filename');
  let watcher;
  try {
    watcher = new FSWatcher(target, options ?? {});
  } catch (e) {
    if (!e.syscall) throw e;
    throw Object.assign(new Error(e.message.replace(/, \w+ '/, ", watch '")), { errno: e.errno, syscall: 'watch', code: e.code, path: target, filename: target });
  }
  if (listener) watcher.addListener('change', listener);
  return watcher;
}

async function* watchEvents(target, options = {}) {
  const watcher = watch(target, { ...options, signal: undefined });
  try {
    for await (const [eventType, filename] of EventEmitter.on(watcher, 'change', { signal: options.signal })) yield { eventType, filename };
  } finally {
    watcher.close();
  }
}

module.exports = { watchFile, unwatchFile, watch, watchEvents, FSWatcher, StatWatcher };
