'use strict';
const { Readable, Writable, Duplex, PassThrough } = require('node:stream');
(async () => {
  console.log('# reading');
  const log = [];
  const rs = new ReadableStream({ start(c) { log.push('start', c.desiredSize); c.enqueue('a'); }, pull(c) { log.push('pull'); if (log.length < 6) c.enqueue('b'); else c.close(); }, cancel(r) { log.push(`cancel ${r}`); } });
  const reader = rs.getReader(); console.log(rs.locked, await reader.read(), await reader.read(), await reader.read(), await reader.read()); await reader.closed; console.log(log.join());
  try { rs.getReader(); } catch (e) { console.log(e.name, e.code); } reader.releaseLock(); console.log(rs.locked);
  await reader.read().catch((e) => console.log(e.name, e.code));
  const it = []; for await (const x of new ReadableStream({ start(c) { c.enqueue(1); c.enqueue(2); c.close(); } })) it.push(x); console.log(it);
  let why; const br = new ReadableStream({ pull(c) { c.enqueue('x'); }, cancel(r) { why = [r]; } }); for await (const x of br) { console.log(x); break; } console.log(why, br.locked);
  const er = new ReadableStream({ pull() { throw new Error('pull'); } }); await er.getReader().read().catch((e) => console.log(e.message));
  const cn = new ReadableStream({ cancel(r) { console.log('cancelled', r); } }); await cn.cancel('why'); console.log((await cn.getReader().read()).done);
  const [t1, t2] = new ReadableStream({ start(c) { c.enqueue(1); c.enqueue(2); c.close(); } }).tee(); const all = async (s) => { const o = []; for await (const x of s) o.push(x); return o; }; console.log(await all(t1), await all(t2));
  console.log(await all(ReadableStream.from(['f', Promise.resolve('g')])), await all(ReadableStream.from((async function* () { yield 1; })())));
  const bytes = new ReadableStream({ type: 'bytes', start(c) { c.enqueue(new Uint8Array([1, 2, 3])); c.close(); } }); console.log((await bytes.getReader().read()).value);
  const byob = new ReadableStream({ type: 'bytes', start(c) { c.enqueue(new Uint8Array([1, 2, 3])); } }).getReader({ mode: 'byob' }); console.log((await byob.read(new Uint8Array(2))).value, (await byob.read(new Uint8Array(2))).value);
  const strat = new ReadableStream({ start(c) { c.enqueue('abc'); console.log(c.desiredSize); } }, { highWaterMark: 10, size: (s) => s.length });
  console.log(new CountQueuingStrategy({ highWaterMark: 3 }).size('x'), new ByteLengthQueuingStrategy({ highWaterMark: 3 }).size(new Uint8Array(4)), Object.prototype.toString.call(strat));
  for (const f of [() => new ReadableStream({ type: 'x' }), () => new ReadableStream({}, { highWaterMark: -1 }), () => new ReadableStream({ pull: 1 }), () => new ReadableStreamDefaultController()]) try { f(); console.log('ok'); } catch (e) { console.log(e.name, e.code); }

  console.log('# writing');
  const w = []; const ws = new WritableStream({ start() { w.push('start'); }, async write(c) { w.push(c); }, close() { w.push('close'); }, abort(r) { w.push(`abort ${r}`); } });
  const writer = ws.getWriter(); console.log(writer.desiredSize, ws.locked); await writer.ready; writer.write('a'); console.log(writer.desiredSize); await writer.write('b'); await writer.close(); await writer.closed; console.log(w.join(), writer.desiredSize);
  const wa = []; const wsa = new WritableStream({ abort(r) { wa.push(r); } }); await wsa.abort('stop'); console.log(wa); await wsa.getWriter().closed.catch((e) => console.log('closed', e));
  const we = new WritableStream({ write() { throw new Error('sink'); } }).getWriter(); await we.write(1).catch((e) => console.log(e.message)); await we.closed.catch((e) => console.log(e.message));

  console.log('# transforming');
  const up = new TransformStream({ transform(c, ctl) { ctl.enqueue(c.toUpperCase()); }, flush(ctl) { ctl.enqueue('!'); } });
  console.log(await all(ReadableStream.from(['a', 'b']).pipeThrough(up)));
  const id = new TransformStream(); const iw = id.writable.getWriter(); iw.write('i'); iw.close(); console.log(await all(id.readable));
  const bad = new TransformStream({ transform() { throw new Error('tr'); } }); await all(ReadableStream.from(['a']).pipeThrough(bad)).catch((e) => console.log(e.message));
  const out = []; await ReadableStream.from([1, 2, 3]).pipeTo(new WritableStream({ write(c) { out.push(c); }, close() { out.push('closed'); } })); console.log(out);
  await ReadableStream.from([1]).pipeTo(new WritableStream({ write() { throw new Error('dest'); } })).catch((e) => console.log(e.message));
  const ac = new AbortController(); const never = new ReadableStream({}); setTimeout(() => ac.abort(new Error('signal')), 2); await never.pipeTo(new WritableStream({ abort(r) { console.log('abort', r.message); } }), { signal: ac.signal }).catch((e) => console.log(e.message, never.locked));
  const enc = new TextEncoder().encode('h\u00e9\u20ac'); console.log(await all(ReadableStream.from([enc.slice(0, 2), enc.slice(2)]).pipeThrough(new TextDecoderStream())), (await all(ReadableStream.from(['a', '\u20ac']).pipeThrough(new TextEncoderStream()))).map(String));
  const z = await all(ReadableStream.from([new TextEncoder().encode('compress me')]).pipeThrough(new CompressionStream('gzip')).pipeThrough(new DecompressionStream('gzip')).pipeThrough(new TextDecoderStream())); console.log(z);

  console.log('# adapters');
  console.log(await Readable.fromWeb(ReadableStream.from(['x', 'y']), { objectMode: true }).toArray(), await all(Readable.toWeb(Readable.from(['p', 'q']))));
  const sink = []; const nw = Writable.fromWeb(new WritableStream({ write(c) { sink.push(String(c)); }, close() { sink.push('end'); } })); nw.write('1'); nw.end('2'); await new Promise((r) => nw.on('finish', r)); console.log(sink);
  const pt = new PassThrough(); const tw = Writable.toWeb(pt).getWriter(); await tw.write(Buffer.from('to')); tw.close(); console.log(String(await pt.toArray()));
  const d = Duplex.fromWeb(new TransformStream({ transform(c, ctl) { ctl.enqueue(`<${c}>`); } })); d.setEncoding('utf8'); d.end('dx'); console.log(await d.toArray());
})();
