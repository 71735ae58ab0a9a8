'use strict';
// Standard streams and files as streams.
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { Writable, Readable, pipeline } = require('node:stream');

console.log(process.stdout instanceof Writable, process.stdout.fd, process.stderr.fd, typeof process.stdout.write, process.stdin instanceof Readable, process.stdin.fd);
console.log(process.stdout.write('written\n'), process.stdout.write(Buffer.from('bytes\n')), process.stdout.write('616263', 'hex'));
process.stdout.write('\ncalls back\n', () => console.log('called'));
const dir = path.join(os.tmpdir(), `burrow-${process.pid}`);
fs.mkdirSync(dir);
const file = path.join(dir, 'stream.txt');
const w = fs.createWriteStream(file);
for (const e of ['open', 'ready', 'finish', 'close']) w.on(e, (a) => console.log('w', e, typeof a));
console.log(w.pending, w.path === file, w.flags, w.write('hello '), w.bytesWritten);
w.end('world', () => console.log('ended'));
w.on('close', () => {
  console.log(fs.readFileSync(file, 'utf8'), w.bytesWritten);
  const r = fs.createReadStream(file, { encoding: 'utf8', highWaterMark: 4 });
  for (const e of ['open', 'ready', 'data', 'end', 'close']) r.on(e, (a) => console.log('r', e, e === 'data' ? a : typeof a));
  r.on('close', async () => {
    console.log(r.bytesRead, r.destroyed);
    let s = '';
    for await (const c of fs.createReadStream(file, { start: 2, end: 6 })) s += c;
    console.log(s);
    fs.createReadStream(path.join(dir, 'nope')).on('error', (e) => {
      console.log(e.code, e.syscall, e.errno, e.message.replace(dir, 'DIR'));
      fs.createWriteStream(file, { flags: 'a' }).end('!!', () => {
        console.log(fs.readFileSync(file, 'utf8'));
        fs.createWriteStream(file, { flags: 'r+', start: 1 }).end('E', () => {
          console.log(fs.readFileSync(file, 'utf8'));
          pipeline(fs.createReadStream(file), fs.createWriteStream(`${file}2`), (err) => {
            console.log(err, fs.readFileSync(`${file}2`, 'utf8'));
            const q = fs.createReadStream(file); q.close((e) => { console.log('closed', e.code, q.destroyed); last(); });
          });
        });
      });
    });
  });
});
function last() {
  for (const f of [() => fs.createReadStream(5), () => fs.createReadStream('x', { start: 3, end: 2 }), () => fs.createReadStream('x', { start: 'a' }), () => fs.createReadStream('x', 'nope')])
    try { f(); } catch (e) { console.log(e.name, e.code, e.message); }
  fs.rmSync(dir, { recursive: true });
  fs.createReadStream(__filename).pipe(process.stdout);
}
