'use strict';
const zlib = require('node:zlib');
const { promisify } = require('node:util');
const { Readable, pipeline } = require('node:stream');
const attempt = (f) => { try { const v = f(); console.log(Buffer.isBuffer(v) ? v.toString() : v); } catch (e) { console.log(e.name, e.code, e.errno, e.message); } };
const text = 'The quick brown fox jumps over the lazy dog. '.repeat(200);

console.log('# both ways');
for (const [c, d] of [['gzip', 'gunzip'], ['deflate', 'inflate'], ['deflateRaw', 'inflateRaw'], ['gzip', 'unzip'], ['deflate', 'unzip']]) {
  const z = zlib[`${c}Sync`](text);
  console.log(c, d, z.length < 400, zlib[`${d}Sync`](z).toString() === text, zlib[`${d}Sync`](zlib[`${c}Sync`]('')).length);
}
for (const level of [-1, 0, 1, 5, 9]) console.log(level, zlib.inflateSync(zlib.deflateSync(text, { level })).toString() === text);
console.log(zlib.inflateSync(zlib.deflateSync(text, { dictionary: Buffer.from('lazy dog') }), { dictionary: Buffer.from('lazy dog') }).toString() === text);

console.log('# known data');
for (const h of ['789ccb48cdc9c95728cf2fca4901001a0b045d', '789c4bcc484d2c4a4d01000805025b'])
  attempt(() => zlib.inflateSync(Buffer.from(h, 'hex')));
attempt(() => zlib.gunzipSync(Buffer.from('1f8b08000000000000134b4c4a06000441aa3703000000'.replace('000441aa37', '00c2412435'), 'hex')));
attempt(() => zlib.inflateRawSync(Buffer.from('010500faff68656c6c6f', 'hex')));
const two = Buffer.concat([zlib.gzipSync('one '), zlib.gzipSync('two')]);
attempt(() => zlib.gunzipSync(two)); attempt(() => zlib.gunzipSync(Buffer.concat([two, Buffer.alloc(10)]))); attempt(() => zlib.gunzipSync(Buffer.concat([two, Buffer.from([1, 2, 3])])));
attempt(() => zlib.inflateSync(Buffer.concat([zlib.deflateSync('x'), Buffer.from('trailing')])));

console.log('# errors');
attempt(() => zlib.gunzipSync('not gzip')); attempt(() => zlib.inflateSync(Buffer.from('zz'))); attempt(() => zlib.inflateSync(zlib.deflateSync(text).subarray(0, 20))); attempt(() => zlib.inflateRawSync(Buffer.from([7])));
attempt(() => { const z = Buffer.from(zlib.deflateSync(text)); z[z.length - 1] ^= 1; zlib.inflateSync(z); });
attempt(() => { const z = Buffer.from(zlib.gzipSync(text)); z[z.length - 1] ^= 1; zlib.gunzipSync(z); });
attempt(() => zlib.inflateSync(zlib.deflateSync('x', { dictionary: Buffer.from('d') }))); attempt(() => zlib.inflateSync(zlib.deflateSync('x', { dictionary: Buffer.from('d') }), { dictionary: Buffer.from('e') }));
attempt(() => zlib.gzipSync(5)); attempt(() => zlib.gzipSync('x', { level: 10 })); attempt(() => zlib.gzipSync('x', { chunkSize: 1 })); attempt(() => zlib.createGzip({ windowBits: 3 }));
attempt(() => zlib.gunzipSync(zlib.gzipSync(text), { maxOutputLength: 10 }));
attempt(() => zlib.inflateSync(zlib.deflateSync(text).subarray(0, 20), { finishFlush: zlib.constants.Z_SYNC_FLUSH }).length > 0);
attempt(() => zlib.inflateSync(''));

console.log('# crc32');
if (zlib.crc32) console.log(zlib.crc32('hello'), zlib.crc32(Buffer.from('lo'), zlib.crc32('hel')));
console.log(zlib.constants.Z_BEST_COMPRESSION, zlib.codes?.Z_DATA_ERROR, zlib.constants.Z_SYNC_FLUSH, zlib.Z_OK ?? 'none');

(async () => {
  console.log('# callbacks');
  const z = await promisify(zlib.gzip)(text); console.log((await promisify(zlib.gunzip)(z)).toString() === text);
  await new Promise((r) => zlib.inflate(Buffer.from('bad data'), (e, v) => { console.log(e.code, e.errno, v); r(); }));
  await new Promise((r) => zlib.deflate('abc', { level: 9 }, (e, v) => { console.log(e, zlib.inflateSync(v).toString()); r(); }));
  console.log('# streams');
  const gz = zlib.createGzip(); gz.write('first '); gz.write('second'); gz.end();
  const parts = []; for await (const p of gz) parts.push(p); console.log(zlib.gunzipSync(Buffer.concat(parts)).toString(), gz.bytesWritten);
  const whole = zlib.gzipSync(text); const un = zlib.createGunzip(); let n = 0; let max = 0;
  un.on('data', (d) => { n += d.length; max = Math.max(max, d.length); }); for (const b of whole) un.write(Buffer.from([b])); un.end();
  await new Promise((r) => un.on('end', r)); console.log(n, max <= 16384);
  const bad = zlib.createInflate(); bad.on('error', (e) => console.log('error', e.code, e.message)); bad.end('garbage'); await new Promise((r) => bad.on('close', r));
  const cut = zlib.createGunzip(); cut.on('error', (e) => console.log('error', e.code, e.message)); cut.resume(); cut.end(whole.subarray(0, 30)); await new Promise((r) => cut.on('close', r));
  const fl = zlib.createDeflate(); let got = 0; fl.on('data', (d) => { got += d.length; }); fl.write('flush me'); await new Promise((r) => fl.flush(r)); console.log(got > 0); fl.end(); await new Promise((r) => fl.on('end', r));
  const out = []; await require('node:stream/promises').pipeline(Readable.from([text, text]), zlib.createDeflateRaw(), zlib.createInflateRaw(), async (src) => { for await (const c of src) out.push(c); });
  console.log(Buffer.concat(out).toString() === text + text);
  const big = Buffer.alloc(300000, 'ab'); const bo = []; for await (const c of Readable.from([zlib.deflateSync(big)]).pipe(zlib.createInflate({ chunkSize: 1024 }))) bo.push(c.length); console.log(bo.every((l) => l <= 1024), bo.reduce((a, b) => a + b));
  console.log(new zlib.Gzip() instanceof zlib.Gzip, zlib.createUnzip() instanceof zlib.Unzip, zlib.createGzip() instanceof require('stream').Transform);
})();
