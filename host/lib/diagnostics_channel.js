'use strict';
// node:diagnostics_channel

const validate = require('internal/validators');

const channels = new Map();

class Channel {
  #subscribers = [];
  constructor(name) { this.name = name; }
  get hasSubscribers() { return this.#subscribers.length > 0; }
  subscribe(f) {
    validate.function(f, 'subscription');
    this.#subscribers = [...this.#subscribers, f];
  }
  unsubscribe(f) {
    const i = this.#subscribers.indexOf(f);
    if (i < 0) return false;
    this.#subscribers = this.#subscribers.toSpliced(i, 1);
    return true;
  }
  publish(message) {
    for (const f of this.#subscribers) {
      try {
        f(message, this.name);
      } catch (e) {
        process.nextTick(() => { throw e; });
      }
    }
  }
  bindStore() {}
  unbindStore() { return false; }
  runStores(data, f, thisArg, ...args) {
    this.publish(data);
    return Reflect.apply(f, thisArg, args);
  }
}

function channel(name) {
  if (typeof name !== 'string' && typeof name !== 'symbol') validate.typeError('channel', 'of type string or symbol', name);
  let c = channels.get(name);
  if (!c) channels.set(name, c = new Channel(name));
  return c;
}

function tracingChannel(names) {
  const out = {};
  for (const event of ['start', 'end', 'asyncStart', 'asyncEnd', 'error']) out[event] = typeof names === 'string' ? channel(`tracing:${names}:${event}`) : names[event];
  return Object.assign(out, {
    subscribe(handlers) { for (const e of Object.keys(handlers)) out[e]?.subscribe(handlers[e]); },
    unsubscribe(handlers) { return Object.keys(handlers).every((e) => out[e]?.unsubscribe(handlers[e]) ?? true); },
    traceSync(f, context = {}, thisArg, ...args) {
      out.start.publish(context);
      try {
        return context.result = Reflect.apply(f, thisArg, args);
      } catch (e) {
        context.error = e;
        out.error.publish(context);
        throw e;
      } finally {
        out.end.publish(context);
      }
    },
  });
}

module.exports = {
  channel, Channel, tracingChannel,
  hasSubscribers: (name) => channels.get(name)?.hasSubscribers ?? false,
  subscribe: (name, f) => channel(name).subscribe(f),
  unsubscribe: (name, f) => channels.get(name)?.unsubscribe(f) ?? false,
};
