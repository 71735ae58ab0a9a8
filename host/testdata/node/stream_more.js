'use strict';
// Operators, composition, encodings, signals.
const { Readable, Writable, Transform, PassThrough, Duplex, pipeline, finished, compose, addAbortSignal } = require('node:stream');
const stream = require('node:stream');
const sleep = (ms) => new Promise((r) => setTimeout(r, ms));
const print = (...a) => console.log(...a);

(async () => {
  print('# operators');
  print(await Readable.from([1, 2, 3, 4]).map((x) => x * 2).filter((x) => x > 2).toArray());
  print(await Readable.from([3, 1, 2]).map(async (x) => { await sleep(x); return x; }, { concurrency: 3 }).toArray());
  print(await Readable.from([1, 2, 3]).some((x) => x > 2), await Readable.from([1, 2, 3]).every((x) => x > 2), await Readable.from([1, 2, 3]).find((x) => x > 1));
  print(await Readable.from([1, 2, 3]).flatMap((x) => [x, x]).toArray(), await Readable.from([1, 2, 3]).drop(1).toArray(), await Readable.from([1, 2, 3]).take(2).toArray());
  print(await Readable.from([1, 2, 3]).reduce((a, b) => a + b), await Readable.from([1, 2, 3]).reduce((a, b) => a + b, 10), await Readable.from([1, 2]).asIndexedPairs().toArray());
  await Readable.from(['x', 'y']).forEach((x) => print(x));
  await Readable.from([]).reduce((a, b) => a).catch((e) => print(e.name, e.code, e.message));
  await Readable.from([1]).map(() => { throw new Error('m'); }).toArray().catch((e) => print(e.message));
  for (const f of [() => Readable.from([1]).map(1), () => Readable.from([1]).take(-1), () => Readable.from([1]).map((x) => x, { concurrency: 0 }), () => Readable.from([1]).drop('x')]) try { f(); print('ok'); } catch (e) { print(e.name, e.code, e.message); }

  print('# compose');
  const c = compose(new Transform({ transform(ch, e, cb) { cb(null, `${ch}1`); } }), new Transform({ transform(ch, e, cb) { cb(null, `${ch}2`); } }));
  c.end('x'); for await (const x of c) print(String(x));
  const g = compose(async function* (source) { for await (const x of source) yield String(x).toUpperCase(); }, async function* (source) { for await (const x of source) { yield x; yield '!'; } });
  g.end('hello'); print(await g.toArray());

  print('# Duplex.from');
  print(await Duplex.from([1, 2]).toArray(), await Duplex.from(Promise.resolve('p')).toArray());
  const d = Duplex.from(async function* (source) { for await (const x of source) yield `<${x}>`; });
  d.write('a'); d.end('b'); print(await d.toArray());
  const sink = Duplex.from(async (source) => { for await (const x of source) print('sink', x); });
  sink.end('z'); await new Promise((r) => sink.on('finish', r));
  const pair = Duplex.from({ readable: Readable.from(['r']), writable: new Writable({ objectMode: true, write(x, e, cb) { print('w', String(x)); cb(); } }) });
  pair.end('to'); print(await pair.toArray());

  print('# pipeline of functions');
  const value = await stream.promises.pipeline(['a', 'b'], async function* (src) { for await (const x of src) yield x + x; }, async (src) => { let s = ''; for await (const x of src) s += x; return s; });
  print(value);
  await stream.promises.pipeline(async function* () { yield 'one'; yield 'two'; }, new Writable({ objectMode: true, write(x, e, cb) { print(x); cb(); } }));
  await stream.promises.pipeline(async function* () { yield 'one'; throw new Error('gen'); }, new PassThrough({ objectMode: true })).catch((e) => print(e.message));
  const ends = new PassThrough(); await stream.promises.pipeline(Readable.from(['k']), ends, { end: false }); print(ends.writableEnded);

  print('# encodings');
  const r = new Readable({ read() {} }); r.setEncoding('utf8'); const e = Buffer.from('héé€');
  r.push(e.subarray(0, 2)); r.push(e.subarray(2, 6)); r.push(e.subarray(6)); r.push(null);
  const parts = []; for await (const x of r) parts.push(x); print(parts, r.readableEncoding);
  const h = new Readable({ encoding: 'hex', read() {} }); h.push('az'); h.push(null); print(await h.toArray());
  const b64 = new Readable({ encoding: 'base64', read() {} }); b64.push('abcd'); b64.push('ef'); b64.push(null); print((await b64.toArray()).join('|'));

  print('# signals');
  const ac = new AbortController();
  const s = addAbortSignal(ac.signal, new Readable({ read() {} })); s.on('error', (err) => print(err.name, err.code, err.message));
  ac.abort(); await sleep(1); print(s.destroyed);
  const ac2 = new AbortController(); setImmediate(() => ac2.abort());
  await stream.promises.pipeline(new Readable({ read() {} }), new PassThrough(), { signal: ac2.signal }).catch((err) => print(err.name, err.code, err.cause?.name));
  const ac3 = new AbortController(); const w = new Writable({ signal: ac3.signal, write() {} }); w.on('error', (err) => print(err.name)); ac3.abort(); await sleep(1);
  const ac4 = new AbortController(); const fs4 = new PassThrough(); setImmediate(() => ac4.abort());
  await stream.promises.finished(fs4, { signal: ac4.signal }).catch((err) => print(err.name, fs4.destroyed));
  await Readable.from([1, 2]).map(async (x, { signal }) => { print(signal instanceof AbortSignal, signal.aborted); return x; }).toArray();

  print('# legacy and class');
  class Up extends Transform { _transform(chunk, enc, cb) { this.push(String(chunk).toUpperCase()); cb(); } }
  const up = new Up(); up.end('quiet'); print(String(await up.toArray()));
  const util = require('util');
  function Old() { Readable.call(this); this.n = 0; } util.inherits(Old, Readable); Old.prototype._read = function() { this.push(this.n++ < 2 ? `o${this.n}` : null); };
  print(String(await new Old().toArray()));
  const EE = require('events'); const legacy = new EE(); legacy.pause = legacy.resume = () => {};
  const wrapped = new Readable().wrap(legacy); legacy.emit('data', 'L1'); legacy.emit('data', 'L2'); legacy.emit('end'); print(String(await wrapped.toArray()));
  print(Object.keys(stream).join());
  print(stream.getDefaultHighWaterMark(false), stream.getDefaultHighWaterMark(true), stream.isReadable(new PassThrough()), stream.isErrored(new PassThrough()), stream.isDisturbed(up));
  const big = new Readable({ highWaterMark: 1, read() {} }); print(big.read(5000), big.readableHighWaterMark);
  print(new Readable().readableHighWaterMark, new Readable({ objectMode: true }).readableHighWaterMark);
})();
