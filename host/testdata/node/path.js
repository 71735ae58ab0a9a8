const path = require('path');
console.log(path.posix === path, require('path/posix') === path, require('node:path/win32') === path.win32, path.win32.posix === path);
const pieces = ['', '/', '//', '///', '.', '..', '...', 'a', 'b.js', '.x', 'a.', 'c:', 'C:', 'c', '\\', '\\\\', 'a.b.c', '..a', ' ', 'srv', 'é'];
let seed = 1;
const rnd = (n) => (seed = (seed * 1103515245 + 12345) % 2147483648, Math.floor(seed / 65536) % n);
const list = new Set(['//a', 'a//b', '///a', '\\\\srv\\share', '\\\\srv\\share\\', '\\\\srv\\share\\a', '//srv/share/a/..', 'c:a', 'c:/a', 'c:\\', 'c:', 'C:\\x\\..\\..', '\\\\srv', '\\\\?\\c:\\a', '\\\\.\\x\\y']);
for (let i = 0; i < 70; i++) { let s = ''; for (let k = rnd(6) + 1; k > 0; k--) s += pieces[rnd(pieces.length)]; list.add(s); }
const all = [...list];
for (const [name, p] of [['posix', path.posix], ['win32', path.win32]]) {
  for (const s of all) {
    const t = all[rnd(all.length)];
    const u = all[rnd(all.length)];
    const run = (f) => { try { return JSON.stringify(f()); } catch (e) { return e.code + e.message; } };
    console.log(name, JSON.stringify(s), run(() => p.dirname(s)), run(() => p.basename(s)), run(() => p.basename(s, '.js')), run(() => p.extname(s)),
      run(() => p.normalize(s)), run(() => p.isAbsolute(s)), run(() => p.parse(s)), run(() => p.format(p.parse(s))), JSON.stringify(t),JSON.stringify(u), run(() => p.join(s, t)), run(() => p.join(s, t, u)),
      run(() => p.resolve('/q', s, t)), run(() => p.relative('/q/'+s, '/q/'+t)),run(() => p.toNamespacedPath('c:\\'+s)));
  }
}
for (const f of ['dirname', 'basename', 'extname', 'normalize', 'isAbsolute', 'parse', 'join', 'resolve', 'relative', 'format', 'toNamespacedPath'])
  for (const bad of [undefined, null, 1, {}, [], true])
    for (const p of [path.posix, path.win32]) { try { console.log(f, bad, p[f](bad, bad)); } catch (e) { console.log(f, bad, e.code, e.message); } }
console.log(path.format({root:'/',name:'a',ext:'b'}), path.format({dir:'/x',base:'y'}), path.win32.format({dir:'c:\\x',root:'c:\\',name:'q',ext:'.z'}));
console.log(Object.keys(path).join(), Object.keys(path.win32).join());
