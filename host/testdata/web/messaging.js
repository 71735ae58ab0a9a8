const { inspect } = require('util');
const say = (...a) => console.log(...a);
const show = (name, f) => { try { say(name, f()); } catch (e) { say(name, 'throws', e.name, e.code, e.message); } };
show('channel', () => { const c = new MessageChannel(); return [Object.keys(c), c.port1 instanceof EventTarget, c.port1.constructor.name]; });
show('illegal', () => new MessagePort());
show('none', () => new MessageChannel().port1.postMessage());
show('clone', () => new MessageChannel().port1.postMessage(() => {}));
show('self', () => { const { port1 } = new MessageChannel(); port1.postMessage(1, [port1]); });
show('event', () => { const e = new MessageEvent('message', { data: 5, origin: 'o', lastEventId: 'i' }); return [e.data, e.origin, e.lastEventId, e.source, e.ports, e.type, e instanceof Event]; });
show('wt', () => { const w = require('worker_threads'); return [w.isMainThread, w.threadId, w.parentPort, w.workerData, typeof w.MessageChannel, w.MessageChannel === MessageChannel]; });
show('receive', () => {
  const { receiveMessageOnPort } = require('worker_threads');
  const { port1, port2 } = new MessageChannel();
  port1.postMessage({ a: 1 });
  port1.postMessage(2);
  return [receiveMessageOnPort(port2), receiveMessageOnPort(port2), receiveMessageOnPort(port2)];
});
const { port1, port2 } = new MessageChannel();
let n = 0;
port2.onmessage = (e) => {
  say('message', e.data, e.constructor.name, e.target === port2, e.ports.length);
  Promise.resolve().then(() => say('micro'));
  process.nextTick(() => say('tick'));
  if (++n === 3) {
    const inner = new MessageChannel();
    inner.port1.on('message', (m) => { say('inner', m); inner.port1.close(); part2(); });
    port2.postMessage({ port: inner.port2 }, [inner.port2]);
  }
};
port1.on('message', (m) => { say('node style', m.port.constructor.name); m.port.postMessage('through'); });
port1.postMessage('a');
port1.postMessage({ b: [1, new Map([[1, 2]])] });
port1.postMessage(undefined);
Promise.resolve().then(() => say('first micro'));
process.nextTick(() => say('first tick'));
function part2() {
  port1.on('close', () => say('closed 1'));
  port2.on('close', () => { say('closed 2'); part3(); });
  port1.close();
}
function part3() {
  port1.postMessage('nothing');
  const a = new BroadcastChannel('x'), b = new BroadcastChannel('x'), c = new BroadcastChannel('y');
  say(a.name, c.name);
  b.onmessage = (e) => { say('broadcast', e.data, e.type); b.close(); c.close(); a.close(); show('closed', () => a.postMessage(1)); part4(); };
  a.onmessage = () => say('not to itself');
  c.onmessage = () => say('not to others');
  a.postMessage({ hello: 1 });
}
function part4() {
  const { port1, port2 } = new MessageChannel();
  port2.addEventListener('message', (e) => { say('listener', e.data); port2.close(); });
  port2.start();
  port1.postMessage(1);
  port1.unref();
  const un = new MessageChannel();
  un.port1.on('message', () => {});
  un.port1.unref();
  say(port2.hasRef(), un.port1.hasRef());
}
