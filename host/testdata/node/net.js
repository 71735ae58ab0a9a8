'use strict';
const net = require('node:net');
const dns = require('node:dns');
const show = (name, s, events) => { for (const e of events) s.on(e, (a) => console.log(name, e, Buffer.isBuffer(a) ? String(a) : a instanceof Error ? a.code : typeof a === 'object' ? 'object' : a)); };

(async () => {
  console.log(net.isIP('127.0.0.1'), net.isIP('::1'), net.isIP('x'), net.isIPv4('1.2.3.4'), net.isIPv6('1.2.3.4'));
  const seen = [];
  const server = net.createServer((socket) => {
    seen.push(['connection', socket.remoteAddress, socket.remoteFamily, socket.readyState, socket instanceof net.Socket]);
    socket.on('data', (d) => socket.write(String(d).toUpperCase()));
    socket.on('end', () => seen.push('server end'));
    socket.on('close', (bad) => seen.push(['server close', bad]));
  });
  await new Promise((r) => server.listen(0, '127.0.0.1', r));
  const { address, family, port } = server.address();
  console.log(address, family, port > 0, server.listening);
  const client = net.connect(port, '127.0.0.1');
  console.log(client.connecting, client.pending, client.readyState);
  client.write('queued ');
  await new Promise((r) => client.once('connect', r));
  console.log(client.remotePort === port, client.remoteAddress, client.localAddress, client.connecting);
  client.write('hello');
  let got = ''; client.setEncoding('utf8');
  await new Promise((r) => client.on('data', (d) => { got += d; if (got.length === 12) r(); }));
  console.log(got, client.bytesRead, client.bytesWritten);
  server.getConnections((e, n) => console.log('connections', n));
  client.end();
  await new Promise((r) => client.on('close', (bad) => { console.log('client close', bad); r(); }));
  await new Promise((r) => server.close(r));
  console.log('closed', server.address(), seen);
  const refused = net.connect(port, '127.0.0.1'); show('refused', refused, ['error', 'close']);
  await new Promise((r) => refused.on('close', r));
  refused.on('error', () => {});
  server.close((e) => console.log(e.code));

  console.log('# half open');
  const half = net.createServer({ allowHalfOpen: true }, (s) => { let t = ''; s.on('data', (d) => { t += d; }); s.on('end', () => s.end(`got ${t}`)); });
  await new Promise((r) => half.listen(0, '127.0.0.1', r));
  const c2 = net.connect({ port: half.address().port, host: '127.0.0.1' }, () => c2.end('question')); let t2 = ''; for await (const d of c2) t2 += d; console.log(t2); half.close();

  console.log('# large and piped');
  const echo = net.createServer((s) => s.pipe(s)); await new Promise((r) => echo.listen(0, '127.0.0.1', r));
  const c3 = net.connect(echo.address().port, '127.0.0.1'); const big = Buffer.alloc(3e6, 'xyz'); c3.end(big); let n = 0; for await (const d of c3) n += d.length; console.log(n); echo.close();

  console.log('# destroy and timeout');
  const quiet = net.createServer((s) => { s.on('error', () => {}); s.resume(); }); await new Promise((r) => quiet.listen(0, '127.0.0.1', r));
  const c4 = net.connect(quiet.address().port, '127.0.0.1'); c4.setTimeout(20, () => { console.log('timeout'); c4.destroy(new Error('mine')); }); show('c4', c4, ['close']); c4.on('error', (e) => console.log(e.message));
  await new Promise((r) => c4.on('close', r)); quiet.close(); await new Promise((r) => quiet.on('close', r));

  console.log('# errors');
  for (const f of [() => net.connect(), () => net.connect(70000), () => net.createServer().listen(-1)]) try { f(); } catch (e) { console.log(e.name, e.code, e.message); }
  const a = net.createServer(); await new Promise((r) => a.listen(0, '127.0.0.1', r)); const b = net.createServer(); b.on('error', (e) => console.log(e.code, e.syscall, e.message.replace(/\d+$/, 'PORT'), e.address, e.port === a.address().port)); b.listen(a.address().port, '127.0.0.1'); await new Promise((r) => setTimeout(r, 5));
  try { a.listen(0); } catch (e) { console.log(e.code, e.message); } a.close();
  const un = net.createServer().listen(0); un.unref();

  console.log('# dns');
  dns.lookup('127.0.0.1', (e, ad, f) => console.log(e, ad, f));
  console.log(await dns.promises.lookup('::1'), await dns.promises.lookup('localhost', { family: 4, all: true }));
})();
