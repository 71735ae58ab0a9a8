'use strict';
const http = require('node:http');
const net = require('node:net');
const { Readable, Writable } = require('node:stream');

const raw = (port, text) => new Promise((resolve) => {
  const s = net.connect(port, '127.0.0.1'); let t = ''; s.setEncoding('latin1'); s.on('data', (d) => { t += d; }); s.on('close', () => resolve(t.replace(/Date: .*\r\n/g, 'Date: D\r\n'))); s.on('error', () => {}); s.write(text);
});
const get = (options, body) => new Promise((resolve, reject) => {
  const req = http.request(options, (res) => { let t = ''; res.setEncoding('utf8'); res.on('data', (d) => { t += d; }); res.on('end', () => resolve({ status: res.statusCode, message: res.statusMessage, headers: res.headers, raw: res.rawHeaders, text: t, trailers: res.trailers, complete: res.complete })); res.on('error', reject); });
  req.on('error', reject); req.end(body);
});
const listen = (server) => new Promise((r) => server.listen(0, '127.0.0.1', () => r(server.address().port)));

(async () => {
  const server = http.createServer(async (req, res) => {
    switch (req.url) {
      case '/echo': {
        let body = ''; for await (const d of req) body += d;
        res.setHeader('X-Method', req.method); res.end(`${body}|${req.headers['content-length']}|${req.headers['transfer-encoding']}`); break;
      }
      case '/chunks': res.write('one,'); setTimeout(() => { res.write('two,'); res.end('three'); }, 2); break;
      case '/head': res.writeHead(202, 'Fine', { 'X-A': '1', 'Content-Type': 'text/plain', 'Set-Cookie': ['a=1', 'b=2'] }); res.end('body'); break;
      case '/empty': res.statusCode = 204; res.end(); break;
      case '/pipe': Readable.from(['p', 'i', 'pe']).pipe(res); break;
      case '/trailers': res.writeHead(200, { Trailer: 'X-T' }); res.write('t'); res.addTrailers({ 'X-T': 'end' }); res.end(); break;
      case '/close': res.shouldKeepAlive = false; res.end('bye'); break;
      case '/destroy': res.write('half'); setTimeout(() => req.socket.destroy(), 5); break;
      case '/hang': req.socket.destroy(); break;
      default: res.writeHead(404); res.end('none');
    }
  });
  const port = await listen(server);
  console.log(server instanceof net.Server, server.keepAliveTimeout, server.listening);

  console.log('# bytes');
  console.log(JSON.stringify(await raw(port, 'GET /head HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')));
  console.log(JSON.stringify(await raw(port, 'GET /chunks HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')));
  console.log(JSON.stringify(await raw(port, 'GET /empty HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')));
  console.log(JSON.stringify(await raw(port, 'HEAD /head HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')));
  console.log(JSON.stringify(await raw(port, 'GET /pipe HTTP/1.0\r\n\r\n')));
  console.log(JSON.stringify(await raw(port, 'POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabcGET /close HTTP/1.1\r\nHost: x\r\n\r\n')));
  console.log(JSON.stringify(await raw(port, 'POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n3\r\nabc\r\n2;x=y\r\nde\r\n0\r\nT: v\r\n\r\n')));
  console.log(JSON.stringify(await raw(port, 'GET /trailers HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')));
  console.log(JSON.stringify(await raw(port, 'nonsense\r\n\r\n')));
  console.log(JSON.stringify(await raw(port, 'GET / HTTP/1.1\r\nHost: x\r\nbad header\r\n\r\n')));
  console.log(JSON.stringify(await raw(port, 'POST /echo HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 2\r\nConnection: close\r\n\r\nhi')));

  console.log('# client');
  const show = ({ status, message, headers, text, complete }) => { delete headers.date; console.log(status, message, headers, text, complete); };
  show(await get({ port, host: '127.0.0.1', path: '/head' }));
  show(await get(`http://127.0.0.1:${port}/chunks`));
  show(await get({ port, host: '127.0.0.1', path: '/echo', method: 'POST' }, 'posted'));
  show(await get({ port, host: '127.0.0.1', path: '/echo', method: 'PUT', headers: { 'Content-Length': 2 } }, 'pu'));
  show(await get({ port, host: '127.0.0.1', path: '/empty' }));
  show(await get({ port, host: '127.0.0.1', path: '/head', method: 'HEAD' }));
  console.log((await get({ port, host: '127.0.0.1', path: '/trailers' })).trailers);
  show(await get(new URL(`http://127.0.0.1:${port}/nothing?x=1`)));
  const up = http.request({ port, host: '127.0.0.1', path: '/echo', method: 'POST' }); up.write('a'); up.write('b'); setTimeout(() => up.end('c'), 2);
  await new Promise((r) => up.on('response', async (res) => { console.log(await res.setEncoding('utf8').toArray()); r(); }));
  for (const path of ['/hang', '/destroy']) await get({ port, host: '127.0.0.1', path }).then(show, (e) => console.log(e.name, e.code, e.message));
  await get({ port: 1, host: '127.0.0.1' }).catch((e) => console.log(e.code, e.syscall, e.address, e.port));
  const ac = new AbortController(); const ab = http.get({ port, host: '127.0.0.1', path: '/chunks', signal: ac.signal }); ac.abort(); await new Promise((r) => ab.on('error', (e) => { console.log(e.name, e.code); r(); }));
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 }); const ports = new Set();
  await Promise.all([1, 2, 3].map(() => new Promise((r) => http.get({ port, host: '127.0.0.1', path: '/head', agent }, (res) => { ports.add(res.socket.localPort); res.resume(); res.on('end', r); })))); console.log('sockets', ports.size); agent.destroy();
  const ev = []; const r1 = http.get({ port, host: '127.0.0.1', path: '/head' }); for (const e of ['socket', 'finish', 'response', 'close']) r1.on(e, () => ev.push(e)); r1.on('response', (res) => { for (const e of ['end', 'close']) res.on(e, () => ev.push(`res ${e}`)); res.resume(); }); await new Promise((r) => r1.on('close', r)); console.log(ev.join());

  console.log('# arguments');
  const attempt = (f) => { try { console.log(f()); } catch (e) { console.log(e.name, e.code, e.message); } };
  attempt(() => http.get('ftp://x/')); attempt(() => http.request({ path: '/a b' })); attempt(() => http.request({ method: 'A B' })); attempt(() => http.request({ headers: { 'a b': 1 } })); attempt(() => http.request('not a url'));
  console.log(http.STATUS_CODES[404], http.METHODS.includes('GET'), http.maxHeaderSize, http.globalAgent.keepAlive);

  console.log('# response');
  const s2 = http.createServer((req, res) => {
    res.setHeader('A-b', 1); res.setHeader('Arr', ['x', 'y']);
    console.log(res.getHeader('a-B'), res.hasHeader('arr'), res.getHeaderNames(), { ...res.getHeaders() }, res.headersSent); res.removeHeader('arr');
    for (const f of [() => res.setHeader('bad name', 1), () => res.setHeader('x', undefined), () => res.setHeader('x', 'a\nb'), () => res.writeHead(99), () => res.write(5)]) try { f(); } catch (e) { console.log(e.name, e.code, e.message); }
    res.on('finish', () => console.log('finish', res.writableFinished)); res.on('close', () => console.log('close'));
    console.log(res.writable, req.readable, req.httpVersion, req.method, req.url, Object.keys(req.headers));
    res.end('x', () => console.log('end callback'));
    console.log(res.headersSent, res.writableEnded); try { res.setHeader('late', 1); } catch (e) { console.log(e.code, e.message); } try { res.writeHead(200); } catch (e) { console.log(e.code); }
  });
  const p2 = await listen(s2); console.log((await get({ port: p2, host: '127.0.0.1' })).raw.filter((x) => !/\d\d:\d\d/.test(x)));

  console.log('# upgrade');
  const s3 = http.createServer(); s3.on('upgrade', (req, socket, head) => { console.log(req.headers.upgrade, String(head)); socket.write('HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\nhello'); socket.on('data', (d) => { console.log('server got', String(d)); socket.end(); }); });
  const p3 = await listen(s3); const u = http.get({ port: p3, host: '127.0.0.1', headers: { Connection: 'Upgrade', Upgrade: 'x' } });
  await new Promise((r) => u.on('upgrade', (res, socket, head) => { console.log(res.statusCode, head.length > 0 || 'later'); socket.end('raw'); socket.resume(); socket.on('close', r); }));

  console.log('# close');
  for (const s of [server, s2, s3]) await new Promise((r) => s.close(r));
  console.log('all closed');
})();
