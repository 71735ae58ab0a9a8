'use strict';
const http = require('node:http');
const zlib = require('node:zlib');
(async () => {
  const server = http.createServer(async (req, res) => {
    const url = new URL(req.url, 'http://x');
    switch (url.pathname) {
      case '/json': res.setHeader('Content-Type', 'application/json'); res.end(JSON.stringify({ a: 1 })); break;
      case '/echo': { let b = ''; for await (const d of req) b += d; res.end(JSON.stringify([req.method, req.headers['content-type'], req.headers['content-length'], req.headers['x-y'], b])); break; }
      case '/redirect': res.writeHead(Number(url.searchParams.get('s') ?? 302), { Location: '/echo' }); res.end(); break;
      case '/loop': res.writeHead(302, { Location: '/loop' }); res.end(); break;
      case '/gzip': res.setHeader('Content-Encoding', 'gzip'); res.end(zlib.gzipSync('zipped')); break;
      case '/slow': res.write('begin'); break;
      case '/cut': res.write('begin'); setTimeout(() => req.socket.destroy(), 5); break;
      case '/cookies': res.setHeader('Set-Cookie', ['a=1', 'b=2']); res.end(); break;
      case '/accept': res.end(JSON.stringify([req.headers.accept, req.headers['user-agent'], req.headers['sec-fetch-mode'], req.headers['accept-language']])); break;
      default: res.statusCode = 404; res.end('missing');
    }
  });
  await new Promise((r) => server.listen(0, '127.0.0.1', r));
  const base = `http://127.0.0.1:${server.address().port}`;
  const r = await fetch(`${base}/json`);
  console.log(r.status, r.ok, r.statusText, r.headers.get('content-type'), r.type, r.redirected, r.url === `${base}/json`, r.bodyUsed, await r.json(), r.bodyUsed);
  await r.text().catch((e) => console.log(e.name, e.message));
  console.log(await (await fetch(`${base}/echo`, { method: 'POST', body: 'text', headers: { 'X-Y': 'z' } })).json());
  console.log(await (await fetch(`${base}/echo`, { method: 'post', body: new URLSearchParams({ q: '1' }) })).json(), await (await fetch(`${base}/echo`, { method: 'PUT', body: new Uint8Array([104, 105]) })).json());
  for (const s of [301, 303, 307]) { const x = await fetch(`${base}/redirect?s=${s}`, { method: 'POST', body: 'kept' }); console.log(s, x.redirected, x.url.slice(base.length), await x.json()); }
  const man = await fetch(`${base}/redirect`, { redirect: 'manual' }); console.log(man.status, man.headers.get('location'));
  await fetch(`${base}/redirect`, { redirect: 'error' }).catch((e) => console.log(e.name, e.message, e.cause?.message)); await fetch(`${base}/loop`).catch((e) => console.log(e.message, e.cause?.message));
  console.log(await (await fetch(`${base}/gzip`)).text(), (await fetch(`${base}/cookies`)).headers.getSetCookie(), await (await fetch(`${base}/accept`)).json());
  const nf = await fetch(`${base}/none`); console.log(nf.status, nf.ok, nf.statusText, (await nf.arrayBuffer()).byteLength);
  const gone = http.createServer(); await new Promise((r) => gone.listen(0, '127.0.0.1', r)); const { port } = gone.address(); await new Promise((r) => gone.close(r)); await fetch(`http://127.0.0.1:${port}/`).catch((e) => console.log(e.name, e.message, e.cause?.code)); await fetch('nope').catch((e) => console.log(e.name, e.message, e.cause?.code));
  const ac = new AbortController(); const slow = await fetch(`${base}/slow`, { signal: ac.signal }); setTimeout(() => ac.abort(), 5); await slow.text().catch((e) => console.log(e.name, e.message));
  await fetch(`${base}/json`, { signal: AbortSignal.abort() }).catch((e) => console.log(e.name));
  await (await fetch(`${base}/cut`)).text().catch((e) => console.log(e.name, e.message));
  const parts = []; for await (const c of (await fetch(`${base}/json`)).body) parts.push(Buffer.from(c).toString()); console.log(parts.join(''));
  console.log(await (await fetch('data:text/plain;base64,aGk=')).text());
  console.log('# Headers');
  const h = new Headers({ B: '2', a: ' 1 ' }); h.append('a', '3'); h.append('Set-Cookie', 'x'); h.append('Set-Cookie', 'y'); console.log([...h], h.get('A'), h.has('b'), h.get('none'), [...h.keys()]); h.delete('b'); h.forEach((v, k) => console.log(k, v));
  for (const f of [() => new Headers([['a']]), () => h.set('a b', 1), () => h.set('a', 'x\ny'), () => new Response('', { status: 1000 }), () => new Response('x', { status: 204 }), () => new Request('http://a/', { body: 'x' }), () => new Request('rel')]) try { f(); console.log('ok'); } catch (e) { console.log(e.name); }
  console.log('# Response and Request');
  const a = new Response('text', { headers: { X: '1' } }); const b = a.clone(); console.log(await a.text(), await b.text(), a.headers.get('content-type'), Object.prototype.toString.call(a));
  console.log(await Response.json({ j: 1 }, { status: 201 }).json(), Response.redirect('http://x/', 301).headers.get('location'), Response.error().type, (await new Response(new Blob(['blob'])).text()), await new Response(new ReadableStream({ start(c) { c.enqueue(new Uint8Array([65])); c.close(); } })).text(), await new Response(null).text());
  const q = new Request('http://a/b?c', { method: 'POST', body: '{"x":1}', headers: { 'Content-Type': 'application/json' } }); console.log(q.method, q.url, q.headers.get('content-type'), await q.clone().json(), q.redirect, q.signal.aborted);
  server.closeAllConnections(); server.close();
})();
