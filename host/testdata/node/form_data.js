'use strict';
const http = require('http');
const f = new FormData(); f.append('a', 1); f.append('a', 'zwei\nzeilen'); f.set('f', new Blob(['hello'], { type: 'text/x' }), 'na"me.txt'); f.append('g', new File(['xyz'], 'g.bin')); f.set('a2', 'é');
console.log([...f].map(([n, v]) => [n, typeof v === 'string' ? v : [v.name, v.size, v.type]]), f.has('a'), f.get('zz'), f.getAll('a'), String(f), Object.prototype.toString.call(f));
for (const b of [() => new FormData(1), () => f.append('x'), () => f.append('x', 'y', 'z'), () => f.forEach(1)]) try { b(); } catch (e) { console.log(e.name); }
f.forEach(function (v, n, o) { console.log(n, typeof v, o === f, this.t); }, { t: 1 });
f.delete('a'); f.set('a', 'x'); f.append('a', 'y'); f.set('a', 'z'); console.log([...f.keys()].join());
(async () => {
  const r = new Response(f); const type = r.headers.get('content-type'); console.log(/^multipart\/form-data; boundary=----formdata-\w+-\d+$/.test(type));
  const g = await r.formData(); console.log(await Promise.all([...g].map(async ([n, v]) => [n, typeof v === 'string' ? v : [v.name, v.type, await v.text()]])));
  console.log(await new Response(new URLSearchParams('p=1&q=2&p=3')).formData().then((x) => [...x]));
  await new Response('x').formData().catch((e) => console.log(e.name));
  const server = http.createServer((req, res) => { let t = ''; req.setEncoding('utf8'); req.on('data', (c) => { t += c; }); req.on('end', () => res.end(t.replace(/----formdata-\w+-\d+/g, 'B') + req.method + /multipart/.test(req.headers['content-type']))); }).listen(0, async () => {
    const res = await fetch(`http://127.0.0.1:${server.address().port}/`, { method: 'POST', body: f });
    console.log(JSON.stringify(await res.text())); server.close();
  });
})();
