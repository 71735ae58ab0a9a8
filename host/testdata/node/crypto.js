'use strict';
const crypto = require('node:crypto');
const { Readable } = require('node:stream');
const attempt = (f) => { try { console.log(f()); } catch (e) { console.log(e.name, e.code, e.message); } };

console.log('# hashes');
for (const n of ['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'sha512-224', 'sha512-256', 'sha3-224', 'sha3-256', 'sha3-384', 'sha3-512', 'shake128', 'shake256', 'SHA256', 'RSA-SHA256'])
  console.log(n, crypto.createHash(n).update('hello').update(Buffer.from(' wörld')).digest('hex'));
console.log(crypto.createHash('sha256').update('aGk=', 'base64').digest('base64'), crypto.createHash('sha1').update('x').digest('base64url'), crypto.createHash('md5').digest());
console.log(crypto.createHash('sha1').update('é', 'latin1').digest('latin1').length, crypto.createHash('shake256', { outputLength: 5 }).update('x').digest('hex'));
const a = crypto.createHash('sha256').update('part'); const b = a.copy(); a.update('1'); b.update('2');
console.log(a.digest('hex'), b.digest('hex'));
attempt(() => a.digest()); attempt(() => a.update('x')); attempt(() => a.copy());
attempt(() => crypto.createHash('nope')); attempt(() => crypto.createHash()); attempt(() => crypto.createHash('md5').update(5)); attempt(() => crypto.createHash('md5').update());
console.log(crypto.createHash('md5').update(new Uint16Array([1, 2])).digest('hex'), crypto.createHash('md5').update(new DataView(new ArrayBuffer(3))).digest('hex'));
console.log(crypto.getHashes().includes('sha256'), Array.isArray(crypto.getHashes()), crypto.getHashes().includes('RSA-MD5'));
if (crypto.hash) console.log(crypto.hash('sha1', 'x'), crypto.hash('md5', Buffer.from('y'), 'base64'));

console.log('# hmac');
console.log(crypto.createHmac('sha256', 'key').update('data').digest('hex'), crypto.createHmac('sha512', Buffer.from('k')).update('a').update('b').digest('base64'));
const h = crypto.createHmac('md5', crypto.createSecretKey(Buffer.from('sec'))); h.update('q'); console.log(h.digest('hex'), h.digest('hex'), h.digest());
attempt(() => h.update('x')); attempt(() => crypto.createHmac('nope', 'k')); attempt(() => crypto.createHmac('md5')); attempt(() => crypto.createHmac('md5', 5));

console.log('# random');
console.log(crypto.randomBytes(8).length, crypto.randomBytes(0), /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(crypto.randomUUID()));
const n = crypto.randomInt(5); console.log(n >= 0 && n < 5, crypto.randomInt(3, 4));
const f = new Uint8Array(8); console.log(crypto.randomFillSync(f, 4) === f, f.subarray(0, 4), f.subarray(4).some((x) => x !== 0));
attempt(() => crypto.randomBytes(-1)); attempt(() => crypto.randomBytes('x')); attempt(() => crypto.randomInt(5, 2)); attempt(() => crypto.randomInt(0.5)); attempt(() => crypto.randomFillSync('x')); attempt(() => crypto.randomFillSync(new Uint8Array(2), 3));

console.log('# timingSafeEqual');
console.log(crypto.timingSafeEqual(Buffer.from('abc'), Buffer.from('abc')), crypto.timingSafeEqual(Buffer.from('abc'), Buffer.from('abd')));
attempt(() => crypto.timingSafeEqual(Buffer.from('a'), Buffer.from('ab'))); attempt(() => crypto.timingSafeEqual('a', Buffer.from('ab')));

console.log('# derivation');
console.log(crypto.pbkdf2Sync('secret', 'salt', 1000, 32, 'sha512').toString('hex'), crypto.pbkdf2Sync('p', Buffer.from('s'), 1, 20, 'sha1').toString('hex'));
attempt(() => crypto.pbkdf2Sync('p', 's', 1, 20, 'nope')); attempt(() => crypto.pbkdf2Sync('p', 's', 0, 20, 'sha1')); attempt(() => crypto.pbkdf2Sync('p', 's', 1, -1, 'sha1')); attempt(() => crypto.pbkdf2Sync('p', 's', 1, 1)); attempt(() => crypto.pbkdf2('p', 's', 1, 20, 'sha1'));
console.log(crypto.scryptSync('password', 'NaCl', 64, { N: 1024, r: 8, p: 16 }).toString('hex'), crypto.scryptSync('p', 's', 16).toString('hex'));
attempt(() => crypto.scryptSync('p', 's', 16, { N: 3 })); attempt(() => crypto.scryptSync('p', 's', 16, { N: 2 ** 20 }));
console.log(Buffer.from(crypto.hkdfSync('sha512', 'key', 'salt', 'info', 40)).toString('hex'), crypto.hkdfSync('sha256', 'key', '', '', 4) instanceof ArrayBuffer);
attempt(() => crypto.hkdfSync('nope', 'key', 'salt', 'info', 40)); attempt(() => crypto.hkdfSync('sha1', 'key', 'salt', 'info', 6000));

console.log('# ciphers');
const key = { 128: Buffer.alloc(16, 1), 192: Buffer.alloc(24, 2), 256: Buffer.alloc(32, 3) };
for (const bits of [128, 192, 256]) for (const mode of ['cbc', 'ctr', 'gcm', 'ecb', 'cfb', 'ofb', 'cfb8']) {
  const name = `aes-${bits}-${mode}`;
  const iv = mode === 'ecb' ? null : mode === 'gcm' ? Buffer.alloc(12, 7) : Buffer.alloc(16, 9);
  const c = crypto.createCipheriv(name, key[bits], iv);
  if (mode === 'gcm') c.setAAD(Buffer.from('aad'));
  const parts = [c.update('some text to en', 'utf8'), c.update('crypt, longer than a block'), c.final()];
  const data = Buffer.concat(parts); const tag = mode === 'gcm' ? c.getAuthTag() : null;
  console.log(name, parts.map((x) => x.length), data.toString('hex'), tag?.toString('hex'));
  const d = crypto.createDecipheriv(name, key[bits], iv);
  if (tag) { d.setAAD(Buffer.from('aad')); d.setAuthTag(tag); }
  console.log(d.update(data.subarray(0, 20), null, 'utf8') + d.update(data.subarray(20).toString('hex'), 'hex', 'utf8') + d.final('utf8'));
}
const odd = crypto.createCipheriv('aes-128-gcm', key[128], Buffer.alloc(16, 4), { authTagLength: 12 }); console.log(odd.update('x', 'utf8', 'hex') + odd.final('hex'), odd.getAuthTag().toString('hex'));
const np = crypto.createCipheriv('aes-128-cbc', key[128], Buffer.alloc(16)); np.setAutoPadding(false); console.log(np.update(Buffer.alloc(16)).toString('hex'), np.final().length);
attempt(() => crypto.createCipheriv('nope', key[128], null)); attempt(() => crypto.createCipheriv('aes-128-cbc', key[256], Buffer.alloc(16))); attempt(() => crypto.createCipheriv('aes-128-cbc', key[128], Buffer.alloc(5))); attempt(() => crypto.createCipheriv('aes-128-cbc', key[128], null));
attempt(() => { const c = crypto.createCipheriv('aes-128-cbc', key[128], Buffer.alloc(16)); c.setAutoPadding(false); c.update('x'); c.final(); });
attempt(() => { const c = crypto.createDecipheriv('aes-128-cbc', key[128], Buffer.alloc(16)); c.update(Buffer.alloc(16)); c.final(); });
attempt(() => { const c = crypto.createDecipheriv('aes-128-cbc', key[128], Buffer.alloc(16)); c.update(Buffer.alloc(15)); c.final(); });
attempt(() => { const c = crypto.createDecipheriv('aes-128-gcm', key[128], Buffer.alloc(12)); c.setAuthTag(Buffer.alloc(16)); c.update('x'); c.final(); });
attempt(() => { const c = crypto.createCipheriv('aes-128-cbc', key[128], Buffer.alloc(16)); c.final(); c.final(); });
attempt(() => { const c = crypto.createCipheriv('aes-128-cbc', key[128], Buffer.alloc(16)); c.final(); c.update('x'); });
attempt(() => crypto.createCipheriv('aes-128-gcm', key[128], Buffer.alloc(12)).getAuthTag());
console.log(crypto.getCiphers().includes('aes-256-gcm'), typeof crypto.constants, crypto.getCipherInfo?.('aes-128-cbc'));

console.log('# keys');
const sk = crypto.createSecretKey('00ff', 'hex'); console.log(sk.type, sk.symmetricKeySize, sk.export(), sk.export({ format: 'jwk' }), sk.equals(crypto.createSecretKey(Buffer.from([0, 255]))));

(async () => {
  console.log('# asynchronous');
  console.log(await new Promise((r) => crypto.randomBytes(4, (e, b) => r([e, b.length]))), await new Promise((r) => crypto.randomInt(2, 3, (e, v) => r([e, v]))));
  console.log(await new Promise((r) => crypto.pbkdf2('p', 's', 10, 8, 'sha256', (e, k) => r([e, k.toString('hex')]))), await new Promise((r) => crypto.scrypt('p', 's', 8, (e, k) => r([e, k.toString('hex')]))));
  console.log(await new Promise((r) => crypto.hkdf('sha256', 'k', 's', 'i', 8, (e, k) => r([e, Buffer.from(k).toString('hex')]))), await new Promise((r) => crypto.randomFill(new Uint8Array(2), (e, v) => r([e, v.length]))));
  console.log('# streams');
  const s = crypto.createHash('sha1'); s.setEncoding('hex'); s.on('data', (d) => console.log('data', d)); s.write('abc'); s.end(); await new Promise((r) => s.on('end', r));
  const out = []; for await (const x of Readable.from(['one', 'two']).pipe(crypto.createHash('md5'))) out.push(x.toString('hex')); console.log(out);
  const cs = crypto.createCipheriv('aes-128-cbc', key[128], Buffer.alloc(16)); cs.end('streamed'); const ct = Buffer.concat(await cs.toArray()); console.log(ct.toString('hex'));
  const ds = crypto.createDecipheriv('aes-128-cbc', key[128], Buffer.alloc(16)); ds.end(ct); console.log(String(await ds.toArray()));
  console.log('# web');
  const { webcrypto } = crypto;
  console.log(globalThis.crypto === webcrypto, typeof webcrypto.randomUUID(), webcrypto.getRandomValues(new Uint8Array(3)).length, Object.prototype.toString.call(webcrypto), Object.prototype.toString.call(webcrypto.subtle));
  console.log(Buffer.from(await crypto.subtle.digest('SHA-256', new TextEncoder().encode('x'))).toString('hex'), (await webcrypto.subtle.digest({ name: 'sha-1' }, new Uint8Array(2))).byteLength);
  await webcrypto.subtle.digest('nope', new Uint8Array(1)).catch((e) => console.log(e.name, e.message));
  try { webcrypto.getRandomValues(new Float32Array(1)); } catch (e) { console.log(e.name, e.message); }
  try { webcrypto.getRandomValues(new Uint8Array(65537)); } catch (e) { console.log(e.name, e.message); }
})();
