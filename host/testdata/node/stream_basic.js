'use strict';
// Order of events of readable and writable streams.
const { Readable, Writable, Transform, PassThrough, Duplex, pipeline, finished } = require('node:stream');

const events = ['readable', 'data', 'end', 'close', 'error', 'pause', 'resume', 'drain', 'finish', 'prefinish', 'pipe', 'unpipe'];
function trace(name, s, skip = []) {
  for (const e of events) {
    if (skip.includes(e)) continue;
    s.on(e, (a) => console.log(name, e, e === 'data' ? String(a) : e === 'error' ? `${a.name} ${a.code ?? ''} ${a.message}` : ''));
  }
  return s;
}
const tests = [];
const test = (name, f) => tests.push([name, f]);

test('flowing', (done) => {
  const r = trace('r', new Readable({ read() {} }), ['readable']);
  r.on('close', done);
  r.push('a'); r.push('b');
  console.log(r.readableLength, r.readableFlowing, r.readable);
  setImmediate(() => { r.push('c'); r.push(null); console.log('pushed'); });
});
test('readable event', (done) => {
  let n = 0;
  const r = new Readable({ highWaterMark: 4, read(size) { console.log('_read', size); this.push(n < 5 ? `chunk${n++}` : null); } });
  r.on('readable', () => { let c; while ((c = r.read(3)) !== null) console.log('got', String(c), r.readableLength); console.log('null', r.readableLength); });
  r.on('end', () => console.log('end')); r.on('close', done);
});
test('writable', (done) => {
  const w = trace('w', new Writable({ highWaterMark: 3, write(c, e, cb) { console.log('_write', String(c), e); setImmediate(cb); }, final(cb) { console.log('_final'); setImmediate(cb); } }));
  console.log(w.write('a', () => console.log('cb a')), w.write('bc'), w.write(Buffer.from('d')), w.writableLength, w.writableNeedDrain);
  w.on('drain', () => { console.log('again', w.writableLength); w.end('e', 'latin1', () => console.log('end cb')); console.log(w.writableEnded, w.writableFinished, w.writable); });
  w.on('close', done);
});
test('sync writable', (done) => {
  const w = trace('w', new Writable({ write(c, e, cb) { cb(); } }));
  w.write('a', () => console.log('cb a')); w.write('b', () => console.log('cb b')); w.end(() => console.log('end cb'));
  console.log('sync'); w.on('close', done);
});
test('writev and cork', (done) => {
  const w = new Writable({ writev(list, cb) { console.log('writev', list.map((x) => `${x.chunk} ${x.encoding}`), list.allBuffers); cb(); } });
  w.cork(); w.write('a'); w.write('b'); console.log(w.writableCorked, w.writableLength); w.uncork(); w.write('c'); w.cork(); w.cork(); w.write('d'); w.write('e', () => console.log('cb e')); w.end(); w.on('close', done);
});
test('decodeStrings', (done) => {
  const w = new Writable({ decodeStrings: false, defaultEncoding: 'latin1', write(c, e, cb) { console.log(typeof c, e); cb(); } });
  w.write('x'); w.write('y', 'hex'); w.setDefaultEncoding('utf8'); w.write('z'); w.end(); w.on('close', done);
  try { w.setDefaultEncoding('nope'); } catch (e) { console.log(e.name, e.code, e.message); }
});
test('error in write', (done) => {
  const w = trace('w', new Writable({ write(c, e, cb) { setImmediate(() => cb(new Error('bad'))); } }));
  w.write('a', (e) => console.log('cb a', e?.message)); w.write('b', (e) => console.log('cb b', e?.message)); w.end((e) => console.log('end cb', e?.message));
  w.on('close', () => { console.log(w.errored?.message, w.destroyed, w.closed); done(); });
});
test('sync error', (done) => {
  const w = trace('w', new Writable({ write(c, e, cb) { cb(new Error('bad')); } }));
  console.log(w.write('a', (e) => console.log('cb', e?.message))); console.log(w.write('b', (e) => console.log('cb b', e?.message))); w.on('close', done);
});
test('write after end', (done) => {
  const w = trace('w', new Writable({ write(c, e, cb) { cb(); } }));
  w.end('x'); console.log(w.write('y', (e) => console.log('cb', e.code))); w.on('close', done);
});
test('write after destroy', (done) => {
  const w = trace('w', new Writable({ write(c, e, cb) { cb(); } }));
  w.destroy(); console.log(w.write('y', (e) => console.log('cb', e.code))); w.end((e) => console.log('end', e.code)); w.on('close', () => setImmediate(done));
});
test('null write', (done) => {
  const w = new Writable({ objectMode: true, write(c, e, cb) { console.log(c); cb(); } });
  for (const v of [null, undefined, 0]) try { console.log(w.write(v)); } catch (e) { console.log(e.code, e.message); }
  const b = new Writable({ write(c, e, cb) { cb(); } });
  for (const v of [1, {}, [1], new Uint8Array(2)]) try { console.log(b.write(v)); } catch (e) { console.log(e.code, e.message); }
  try { b.write('x', 'badenc'); } catch (e) { console.log(e.code, e.message); }
  done();
});
test('transform', (done) => {
  const t = trace('t', new Transform({ transform(c, e, cb) { cb(null, String(c).toUpperCase()); }, flush(cb) { console.log('flush'); cb(null, '!'); } }), ['readable']);
  t.write('ab'); t.write('cd'); t.end(); t.on('close', done);
});
test('transform backpressure', (done) => {
  const t = new Transform({ readableHighWaterMark: 2, writableHighWaterMark: 2, transform(c, e, cb) { console.log('tf', String(c)); cb(null, c); } });
  console.log(t.write('aa'), t.write('bb'), t.write('cc'), t.writableLength, t.readableLength);
  setImmediate(() => { console.log(t.writableLength, t.readableLength); t.end(); t.on('data', (d) => console.log('data', String(d))); t.on('close', done); });
});
test('transform error', (done) => {
  const t = trace('t', new Transform({ transform(c, e, cb) { cb(new Error('tf')); } }), ['readable', 'data']);
  t.write('x'); t.on('close', done);
});
test('pipe', (done) => {
  const r = trace('r', Readable.from(['a', 'b', 'c']), ['readable']);
  const w = trace('w', new Writable({ objectMode: true, highWaterMark: 1, write(c, e, cb) { console.log('_write', c); setImmediate(cb); } }));
  r.pipe(w); w.on('close', done);
});
test('pipe many and unpipe', (done) => {
  const r = new Readable({ read() {} });
  const mk = (n) => trace(n, new Writable({ write(c, e, cb) { console.log(n, String(c)); setImmediate(cb); } }), ['prefinish']);
  const a = mk('a'); const b = mk('b');
  r.pipe(a); r.pipe(b); r.push('1');
  setTimeout(() => { r.unpipe(a); r.push('2'); setTimeout(() => { r.push(null); b.on('close', () => { a.end(); a.on('close', done); }); }, 2); }, 2);
});
test('destroy', (done) => {
  const r = trace('r', new Readable({ read() {}, destroy(e, cb) { console.log('_destroy', e?.message); cb(e); } }), ['readable']);
  r.destroy(new Error('boom')); console.log(r.destroyed, r.closed, r.readable, r.readableAborted, r.errored?.message); r.on('close', () => { console.log(r.closed); done(); });
});
test('push after EOF', (done) => {
  const r = trace('r', new Readable({ read() {} }), ['readable', 'data']);
  r.push(null); console.log(r.push('x')); r.resume(); r.on('close', done);
});
test('unshift', (done) => {
  const r = new Readable({ read() {} });
  r.push('world'); r.unshift('hello '); r.push(null);
  r.once('readable', () => { console.log(String(r.read(8))); r.unshift('XY'); console.log(String(r.read())); console.log(r.read()); r.on('end', () => console.log('end')); r.on('close', done); });
});
test('pause and resume', (done) => {
  const r = new Readable({ objectMode: true, read() {} });
  for (let i = 0; i < 4; i++) r.push(i);
  r.push(null);
  r.on('data', (d) => { console.log(d, r.isPaused()); r.pause(); console.log(r.isPaused(), r.readableFlowing); setImmediate(() => r.resume()); });
  r.on('close', done);
});
test('construct', (done) => {
  const w = new Writable({ construct(cb) { console.log('construct'); setImmediate(cb); }, write(c, e, cb) { console.log('write', String(c)); cb(); }, final(cb) { console.log('final'); cb(); }, destroy(e, cb) { console.log('destroy'); cb(e); } });
  w.write('a'); w.end('b'); w.on('close', done);
});
test('construct error', (done) => {
  const r = trace('r', new Readable({ construct(cb) { cb(new Error('no')); }, read() {} }), ['readable']); r.on('close', done);
});
test('duplex', (done) => {
  const d = trace('d', new Duplex({ read() { this.push(this.n ? null : 'r'); this.n = 1; }, write(c, e, cb) { console.log('w', String(c)); cb(); }, allowHalfOpen: false }), ['readable']);
  d.write('x'); d.on('close', done); d.resume();
});
test('Duplex options', (done) => {
  const d = new Duplex({ readable: false, write(c, e, cb) { cb(); } });
  console.log(d.readable, d.writable, d instanceof Writable, d instanceof Readable, d.readableObjectMode, d.writableHighWaterMark, new Duplex({ writableObjectMode: true }).writableHighWaterMark);
  console.log(new PassThrough() instanceof Transform, {} instanceof Writable, Readable.prototype.constructor === Readable, Writable.name, Transform.name);
  d.end(); d.on('close', done);
});
test('async iteration', async (done) => {
  const r = Readable.from((function* () { yield 'a'; yield 'b'; yield 'c'; })());
  for await (const x of r) console.log(x);
  console.log(r.destroyed, r.readableEnded);
  const s = new Readable({ read() {} }); s.push('1');
  setImmediate(() => s.destroy(new Error('mid')));
  try { for await (const x of s) console.log(String(x)); } catch (e) { console.log('caught', e.message); }
  const t = Readable.from([1, 2, 3]);
  for await (const x of t) { console.log(x); break; }
  console.log(t.destroyed);
  const u = Readable.from([1, 2, 3]);
  for await (const x of u.iterator({ destroyOnReturn: false })) { console.log(x); break; }
  console.log(u.destroyed);
  const v = new Readable({ read() {} }); setImmediate(() => v.destroy());
  try { for await (const x of v) console.log(x); } catch (e) { console.log(e.code, e.message); }
  done();
});
test('from', async (done) => {
  console.log(await Readable.from('whole').toArray(), await Readable.from(Buffer.from('buf')).toArray());
  console.log(await Readable.from([Promise.resolve(1), 2]).toArray());
  try { Readable.from(5); } catch (e) { console.log(e.code, e.message); }
  const r = Readable.from((async function* () { try { yield 1; yield 2; } finally { console.log('finally'); } })());
  for await (const x of r) { console.log(x); break; }
  const n = Readable.from([1, null]); n.on('error', (e) => { console.log(e.code); done(); }); n.resume();
});
test('pipeline', (done) => {
  const out = [];
  pipeline(Readable.from(['a', 'b']), new Transform({ objectMode: true, transform(c, e, cb) { cb(null, c + c); } }), new Writable({ objectMode: true, write(c, e, cb) { out.push(c); cb(); } }), (err) => { console.log(err, out); done(); });
});
test('pipeline error', (done) => {
  const src = new Readable({ read() {} }); const dst = new PassThrough(); src.push('x');
  src.on('close', () => console.log('src close')); dst.on('close', () => console.log('dst close')); dst.on('error', (e) => console.log('dst', e.message));
  pipeline(src, dst, (err) => { console.log(err.message, src.destroyed, dst.destroyed); setImmediate(done); });
  setImmediate(() => src.destroy(new Error('src broke')));
});
test('pipeline premature', (done) => {
  const src = new Readable({ read() {} }); const dst = new Writable({ write(c, e, cb) { cb(); } });
  pipeline(src, dst, (err) => { console.log(err.code, err.message); done(); }); setImmediate(() => dst.destroy());
});
test('pipeline arguments', (done) => {
  for (const args of [[], [1], [() => {}], [new PassThrough(), () => {}], [{}, new PassThrough(), () => {}]]) try { pipeline(...args); } catch (e) { console.log(e.code, e.message); }
  done();
});
test('finished', (done) => {
  const r = Readable.from(['x']); finished(r, (e) => console.log('r', e)); r.resume();
  const w = new Writable({ write(c, e, cb) { cb(); } }); finished(w, (e) => console.log('w', e?.code)); w.destroy();
  const d = new PassThrough(); finished(d, { readable: false }, (e) => { console.log('d', e); }); d.end();
  const x = new PassThrough(); const cleanup = finished(x, () => console.log('never')); cleanup(); x.destroy();
  try { finished({}, () => {}); } catch (e) { console.log(e.code, e.message); }
  setTimeout(done, 5);
});
test('promises', async (done) => {
  const { pipeline, finished } = require('node:stream/promises');
  await pipeline(Readable.from([1, 2]), new Writable({ objectMode: true, write(c, e, cb) { console.log(c); cb(); } }));
  const p = new PassThrough(); setImmediate(() => p.destroy(new Error('x')));
  await finished(p).catch((e) => console.log(e.message));
  await pipeline(Readable.from([1]), new PassThrough({ objectMode: true, transform(c, e, cb) { cb(new Error('t')); } }), new PassThrough({ objectMode: true })).catch((e) => console.log(e.message));
  done();
});
test('uncaught error is thrown', (done) => {
  process.once('uncaughtException', (e) => { console.log('uncaught', e.message); done(); });
  new Readable({ read() {} }).destroy(new Error('nobody listens'));
});

(async () => {
  for (const [name, f] of tests) {
    console.log(`# ${name}`);
    await new Promise((resolve) => f(resolve));
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
})();
