'use strict';
// node:perf_hooks: the clock, marks and measures, and their observers.

const check = require('internal/validators');
const { EventTarget, enumerable, tag, missing } = require('internal/event_target');
const inspectCustom = Symbol.for('nodejs.util.inspect.custom');
const start = process.hrtime.bigint() - BigInt(Math.round(process.uptime() * 1e9));
const timeOrigin = Date.now() - process.uptime() * 1000;
const now = () => Number(process.hrtime.bigint() - start) / 1e6;
const kCreate = Symbol('kCreate');
const illegal = () => check.make(TypeError, 'ERR_ILLEGAL_CONSTRUCTOR', 'Illegal constructor');

class PerformanceEntry {
  #fields;
  constructor(token, name, entryType, startTime, duration, detail) {
    if (token !== kCreate) throw illegal();
    this.#fields = { name, entryType, startTime, duration, detail };
  }
  get name() { return this.#fields.name; }
  get entryType() { return this.#fields.entryType; }
  get startTime() { return this.#fields.startTime; }
  get duration() { return this.#fields.duration; }
  get detail() { return this.#fields.detail; }
  toJSON() { return { name: this.name, entryType: this.entryType, startTime: this.startTime, duration: this.duration, detail: this.detail }; }
  [inspectCustom](depth, options, inspect) {
    if (depth < 0) return this;
    const o = { name: this.name, entryType: this.entryType, startTime: this.startTime, duration: this.duration };
    if (this.detail !== undefined) o.detail = this.detail;
    return `${this.constructor.name} ${inspect(o, options)}`;
  }
}
enumerable(PerformanceEntry.prototype, ['name', 'entryType', 'startTime', 'duration', 'toJSON']);

const detailOf = (options) => options?.detail == null ? null : require('internal/clone').structuredClone(options.detail);

class PerformanceMark extends PerformanceEntry {
  constructor(name, options) {
    if (arguments.length === 0) throw missing('name');
    name = `${name}`;
    if (options !== undefined) check.options(options, 'options');
    const startTime = options?.startTime ?? now();
    check.number(startTime, 'startTime');
    if (startTime < 0) check.fail(TypeError, 'ERR_PERFORMANCE_INVALID_TIMESTAMP', `${startTime} is not a valid timestamp`);
    super(kCreate, name, 'mark', startTime, 0, detailOf(options));
  }
}
class PerformanceMeasure extends PerformanceEntry {
  constructor(token, name, startTime, duration, detail) {
    if (token !== kCreate) throw illegal();
    super(kCreate, name, 'measure', startTime, duration, detail);
  }
}
class PerformanceResourceTiming extends PerformanceEntry {
  constructor() { throw illegal(); }
}
for (const C of [PerformanceEntry, PerformanceMark, PerformanceMeasure, PerformanceResourceTiming]) tag(C.prototype, C.name);

const entries = [];
const observers = new Set();

function record(entry) {
  entries.push(entry);
  for (const o of observers) o[kQueue](entry);
  return entry;
}

function timeOf(mark) {
  if (mark === undefined) return undefined;
  if (typeof mark === 'number') {
    if (mark < 0) check.fail(TypeError, 'ERR_PERFORMANCE_INVALID_TIMESTAMP', `${mark} is not a valid timestamp`);
    return mark;
  }
  const found = entries.findLast((e) => e.entryType === 'mark' && e.name === `${mark}`);
  if (found) return found.startTime;
  if (mark in milestones) return milestones[mark];
  const { DOMException } = require('internal/dom_exception');
  throw new DOMException(`The "${mark}" performance mark has not been set`, 'SyntaxError');
}

const milestones = { nodeStart: 0, v8Start: 0, environment: 0, loopStart: 0, loopExit: -1, bootstrapComplete: 0 };
const byTime = (a, b) => a.startTime - b.startTime;

class Performance extends EventTarget {
  constructor(token) {
    if (token !== kCreate) throw illegal();
    super();
  }
  clearMarks(name) { clear('mark', name); }
  clearMeasures(name) { clear('measure', name); }
  clearResourceTimings(name) { clear('resource', name); }
  eventLoopUtilization() { return { idle: 0, active: 0, utilization: 0 }; }
  getEntries() { return entries.slice().sort(byTime); }
  getEntriesByName(name, type) {
    if (arguments.length === 0) throw missing('name');
    return entries.filter((e) => e.name === `${name}` && (type === undefined || e.entryType === `${type}`)).sort(byTime);
  }
  getEntriesByType(type) {
    if (arguments.length === 0) throw missing('type');
    return entries.filter((e) => e.entryType === `${type}`).sort(byTime);
  }
  mark(name, options) {
    if (arguments.length === 0) throw missing('name');
    return record(new PerformanceMark(name, options));
  }
  measure(name, startOrOptions, endMark) {
    if (arguments.length === 0) throw missing('name');
    check.string(name, 'name');
    let from;
    let to;
    let detail = null;
    if (startOrOptions !== null && typeof startOrOptions === 'object' && Object.keys(startOrOptions).length > 0) {
      const o = startOrOptions;
      if (o.start === undefined && o.end === undefined)
        check.fail(TypeError, 'ERR_MISSING_ARGS', 'One of options.start or options.end must be specified');
      detail = detailOf(o);
      to = o.end !== undefined ? timeOf(o.end) : o.duration !== undefined ? timeOf(o.start) + o.duration : now();
      from = o.start !== undefined ? timeOf(o.start) : o.duration !== undefined ? to - o.duration : 0;
    } else {
      to = endMark !== undefined ? timeOf(endMark) : now();
      from = typeof startOrOptions === 'string' ? timeOf(startOrOptions) : 0;
    }
    return record(new PerformanceMeasure(kCreate, name, from, to - from, detail));
  }
  now() { return now(); }
  setResourceTimingBufferSize() {}
  timerify(fn, options = {}) {
    check.function(fn, 'fn');
    check.object(options, 'options');
    function timerified(...args) {
      const begun = now();
      const done = (result) => {
        const e = new PerformanceEntry(kCreate, fn.name, 'function', begun, now() - begun, args);
        for (const o of observers) o[kQueue](e);
        return result;
      };
      const result = new.target ? Reflect.construct(fn, args, fn) : Reflect.apply(fn, this, args);
      return !new.target && typeof result?.finally === 'function' ? result.finally(done) : done(result);
    }
    Object.defineProperties(timerified, { length: { value: fn.length, configurable: true }, name: { value: `timerified ${fn.name}`, configurable: true } });
    return timerified;
  }
  get nodeTiming() { return { name: 'node', entryType: 'node', startTime: 0, duration: now(), ...milestones, idleTime: 0 }; }
  get timeOrigin() { return timeOrigin; }
  toJSON() { return { nodeTiming: this.nodeTiming, timeOrigin, eventLoopUtilization: this.eventLoopUtilization() }; }
  [inspectCustom](depth, options, inspect) {
    if (depth < 0) return this;
    return `Performance ${inspect({ nodeTiming: this.nodeTiming, timeOrigin }, options)}`;
  }
}
enumerable(Performance.prototype, Object.getOwnPropertyNames(Performance.prototype).filter((n) => n !== 'constructor'));
tag(Performance.prototype, 'Performance');

function clear(type, name) {
  for (let i = entries.length - 1; i >= 0; i--)
    if (entries[i].entryType === type && (name === undefined || entries[i].name === `${name}`)) entries.splice(i, 1);
}

class PerformanceObserverEntryList {
  #list;
  constructor(token, list) {
    if (token !== kCreate) throw illegal();
    this.#list = list.sort(byTime);
  }
  getEntries() { return this.#list.slice(); }
  getEntriesByType(type) { return this.#list.filter((e) => e.entryType === `${type}`); }
  getEntriesByName(name, type) { return this.#list.filter((e) => e.name === `${name}` && (type === undefined || e.entryType === type)); }
}
enumerable(PerformanceObserverEntryList.prototype, ['getEntries', 'getEntriesByType', 'getEntriesByName']);
tag(PerformanceObserverEntryList.prototype, 'PerformanceObserverEntryList');

const kQueue = Symbol('kQueue');
class PerformanceObserver {
  #callback;
  #types = new Set();
  #queue = [];
  #scheduled = false;
  constructor(callback) {
    check.function(callback, 'callback');
    this.#callback = callback;
  }
  static get supportedEntryTypes() { return Object.freeze(['dns', 'function', 'gc', 'http', 'http2', 'mark', 'measure', 'net', 'resource']); }
  observe(options = {}) {
    check.object(options, 'options');
    const { entryTypes, type, buffered } = options;
    if (entryTypes === undefined && type === undefined)
      check.fail(TypeError, 'ERR_MISSING_ARGS', 'The "options.entryTypes" or "options.type" argument must be specified');
    if (entryTypes !== undefined) {
      check.array(entryTypes, 'options.entryTypes');
      this.#types = new Set(entryTypes);
    } else {
      this.#types.add(`${type}`);
      if (buffered) for (const e of entries) if (e.entryType === type) this[kQueue](e);
    }
    observers.add(this);
  }
  [kQueue](entry) {
    if (!this.#types.has(entry.entryType)) return;
    this.#queue.push(entry);
    if (this.#scheduled) return;
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      const list = new PerformanceObserverEntryList(kCreate, this.takeRecords());
      Reflect.apply(this.#callback, this, [list, this]);
    });
  }
  takeRecords() { return this.#queue.splice(0); }
  disconnect() {
    observers.delete(this);
    this.#types.clear();
    this.#queue = [];
  }
}
enumerable(PerformanceObserver.prototype, ['observe', 'disconnect', 'takeRecords']);
tag(PerformanceObserver.prototype, 'PerformanceObserver');

const performance = new Performance(kCreate);

class Histogram {
  #values = [];
  get count() { return this.#values.length; }
  get min() { return this.#values.length ? Math.min(...this.#values) : 9223372036854776000; }
  get max() { return this.#values.length ? Math.max(...this.#values) : 0; }
  get mean() { return this.#values.reduce((a, b) => a + b, 0) / this.#values.length; }
  get stddev() {
    const m = this.mean;
    return Math.sqrt(this.#values.reduce((a, b) => a + (b - m) ** 2, 0) / this.#values.length);
  }
  percentile(p) {
    const sorted = this.#values.toSorted((a, b) => a - b);
    return sorted[Math.max(Math.ceil(p / 100 * sorted.length) - 1, 0)] ?? 0;
  }
  record(v) { this.#values.push(Number(v)); }
  reset() { this.#values = []; }
}

module.exports = {
  Performance, PerformanceEntry, PerformanceMark, PerformanceMeasure, PerformanceObserver, PerformanceObserverEntryList, PerformanceResourceTiming,
  performance, createHistogram: () => new Histogram(),
  monitorEventLoopDelay: () => Object.assign(new Histogram(), { enable() { return true; }, disable() { return true; } }),
  constants: {},
};
