'use strict';
const fs = require('fs'); const os = require('os'); const path = require('path'); const util = require('util'); const assert = require('assert');
const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'fsx-')); const file = path.join(dir, 'a.txt'); fs.writeFileSync(file, 'x');
const fd = fs.openSync(file, 'r+'); fs.futimesSync(fd, 10, 20); fs.fchownSync(fd, process.getuid(), process.getgid()); console.log(fs.fstatSync(fd).mtimeMs, fs.statSync(file).atimeMs); fs.closeSync(fd);
const s = fs.statfsSync(dir); console.log(Object.keys(s), s.bsize > 0, s.constructor.name, typeof fs.statfsSync(dir, { bigint: true }).blocks);
console.log(fs._toUnixTimestamp(new Date(5000)), fs._toUnixTimestamp('7'), fs._toUnixTimestamp(1.5));
const MT = util.MIMEType;
for (const t of ['text/plain', ' Text/HTML ; charset=utf-8;a="b c"; A=2;x', 'a/b;c="d\\"e";f=', 'x', 'a/', '/b', 'a /b', 'text/plain;é=1;q="é"', 'a/b;;;c=d ;e']) try { const m = new MT(t); console.log(`${m}`, m.type, m.subtype, m.essence, [...m.params], JSON.stringify(m)); } catch (e) { console.log(e.name, e.code, e.message); }
const m = new MT('a/b'); m.type = 'C'; m.subtype = 'D'; m.params.set('k', 'v v'); m.params.set('z', ''); m.params.delete('nope'); console.log(String(m), m.params.get('k'), m.params.has('q'), m.params.get('q'));
for (const f of [() => { m.type = 'x y'; }, () => { m.params.set('a b', '1'); }, () => { m.params.set('a', '\u0100'); }, () => new MT()]) try { f(); } catch (e) { console.log(e.code, e.message); }
console.log(util._errnoException(-2, 'open', 'x').message, util._exceptionWithHostPort(-111, 'connect', '1.2.3.4', 80).message);
const dns = require('dns'); console.log(dns.NODATA, dns.CANCELLED, dns.promises.TIMEOUT);
process.removeAllListeners('warning');
const tracker = new assert.CallTracker(); const f = tracker.calls((a) => a + 1, 2); console.log(f(1), tracker.getCalls(f), tracker.report().map((r) => [r.message, r.actual, r.expected, r.operator]));
try { tracker.verify(); } catch (e) { console.log(e.code, e.message); } f(2); tracker.verify(); tracker.reset(); try { tracker.verify(); } catch (e) { console.log(e.message); } try { tracker.getCalls(() => {}); } catch (e) { console.log(e.code); }
fs.watchFile(file, { interval: 20 }, function listener(now, before) { console.log('changed', now.size, before.size); fs.unwatchFile(file, listener); again(); });
setTimeout(() => fs.writeFileSync(file, 'longer'), 60);
function again() {
  try { fs.watch(path.join(dir, 'none')); } catch (e) { console.log(e.code, e.syscall, e.message.replace(dir, '')); }
  const w = fs.watch(dir, (event, name) => { console.log(event, name); w.close(); fs.rmSync(dir, { recursive: true }); }); w.on('close', () => console.log('closed'));
  setTimeout(() => fs.mkdirSync(path.join(dir, 'new')), 100);
}
