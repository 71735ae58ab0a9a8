const { inspect } = require('util');
const say = (...a) => console.log(...a);
const show = (name, f) => { try { say(name, f()); } catch (e) { say(name, 'throws', e.name, e.code, e.message, e.input, e.base); } };
const cases = [
  'http://example.com', 'HTTP://EXAMPLE.com:80/A/../b/./c?x=1#y', 'https://user:pa:ss@host:8080/p', 'http://user@/www', 'file:///etc/passwd', 'file:c:/x', 'file:///C|/x/../..', 'file://host/share', 'file://localhost/a', 'file:/a//b',
  'mailto:a@b.c', 'data:text/plain,hi there ?q #f', 'javascript:alert(1)', 'about:blank', 'blob:https://a.com/uuid', 'blob:x', 'urn:isbn:123', 'ws://h:80/', 'wss://h:443', 'ftp://f:21/x', 'ftp://f:22/x',
  'http://192.168.0.1', 'http://0x7f.1', 'http://017700000001', 'http://256', 'http://256.1.1.1', 'http://1.2.3', 'http://1.2.3.4.5', 'http://0xffffffff', 'http://0x100000000', 'http://1.2.3.08', 'http://1..2', 'http://foo.0x', 'http://a.1', 'http://127.0.0.1./', 'http://09.1/',
  'http://[::1]', 'http://[1:2:3:4:5:6:7:8]', 'http://[1::8]', 'http://[::ffff:1.2.3.4]', 'http://[1:0:0:2:0:0:0:3]', 'http://[::1', 'http://[:1]', 'http://[1:2:3:4:5:6:7:8:9]', 'http://[::1.2.3]', 'http://[fe80::1%25eth0]', 'http://[0:0:1:0:0:0:0:0]', 'http://[2001:DB8::A]',
  'http://münchen.de', 'http://faß.de', 'http://xn--mnchen-3ya.de/', 'http://日本語。ＪＰ', 'http://ａｂｃ.com', 'http://☃.net', 'http://xn--a', 'http://a\u00adb', 'http://%41%42', 'http://a%00b', 'http://a b', 'http://a<b', 'http://a^b', 'http://a%25b', 'http://İ.com', 'http://الاردن.jo', 'http://ß', 'http://xn--iñvalid.com',
  'http://a/b?c d"e\'f<g>h`i#j k"l<m>n`o', 'http://a/{b}|^`é日😀', 'foo://a/{b}|^`é?\'x\'', 'http://a/%zz%41%2e%2E/x', 'http://a/b/%2e%2e/c', 'http://a/b/.%2E', 'http:\\\\a\\b', 'http:/a', 'http:a', 'http:////a', 'http://a?', 'http://a#', 'http://a/?#', ' http://a \n', 'ht\ntp://a', 'http://a:65536', 'http://a:99999999999', 'http://a:', 'http://a:0', 'http://a:00080', 'http://a:8a', 'http://:80', 'http://', 'http:', '', 'x', '//a', '/a', '#', 'foo:', 'foo:/', 'foo://', 'foo:///', 'foo://a', 'foo:a/../b', 'foo:/a/../b', 'foo:/..//x', 'foo://h ost', 'foo://h%20', 'foo://a:80', 'foo://é', '1http://a', 'a+b-c.d:x', 'http://a@b@c', 'http://a:b@', 'http://@a', 'http://:@a', 'http://a%40b:c%3Ad@e', 'http://u:p@h/\\x', 'non-special:opaque  ?q', 'non-special:opaque  #f', 'non-special:opaque  ', 'http://ho\tst/a\nb', 'http://h/\ud800', 'web+demo:/.//not-a-host/', 'http://1e2', 'http://user:@h', 'http://h/a?b?c#d#e',
];
for (const c of cases) {
  let s;
  try { const u = new URL(c); s = [u.href, u.origin, u.protocol, u.username, u.password, u.host, u.hostname, u.port, u.pathname, u.search, u.hash].join(' | '); } catch (e) { s = `${e.code} ${e.message} ${e.input}`; }
  say(JSON.stringify(c), s);
}
const bases = ['http://a/b/c/d;p?q#f', 'file:///x/y', 'file:///C:/x/y', 'foo://h/a/b', 'foo:/a/b', 'mailto:x', 'https://u:p@h:81/a/'];
const rels = ['g', './g', 'g/', '/g', '//g', '?y', '#s', '', '..', '../..', '../../../g', 'g;x=1/../y', 'http:g', 'http:/g', 'https:g', 'file:g', 'C|/z', '/C:/z', '\\g', '//g\\h', 'foo:z', './/x', '//', '///x', 'é', '?é#é', ' g ', 'mailto:q'];
for (const b of bases) for (const r of rels) {
  // Node 20 itself departs from the standard in these.
  if (b.startsWith('foo:/') && r === '../..' || b === 'mailto:x' && r === '?é#é') continue;
  let s; try { s = new URL(r, b).href; } catch (e) { s = `${e.message} ${e.input} ${e.base}`; } say(b, JSON.stringify(r), s); }
const sets = {
  href: ['http://z/', 'bad'], protocol: ['https', 'https:', 'file', 'foo', 'ws:x', '', '1', 'ht tp'], username: ['a:b@', 'é', ''], password: ['p@:', ''], host: ['x:81', 'x', 'x:', 'x:80', 'x/y', '', '[::1]:5', 'a b', 'x:99999', 'é', 'x:8z'], hostname: ['x', 'x:81', '', '[::1]', '1.1', 'a@b', 'x#y'],
  port: ['81', '', '80', 'x', '81x', '65536', '0', ' 82', '443'], pathname: ['/x y', 'x', '', '?#', '../a', '\\b', '//z', '%2e'], search: ['?a b', 'a', '', '?', '#x', "'"], hash: ['#a b', 'a', '', '#', '`'],
};
for (const b of ['http://u:p@h:8080/p?q#f', 'file:///a/b?c', 'foo://h:5/p', 'foo:opaque ?q#f', 'foo:/p', 'https://h/']) for (const k in sets) for (const v of sets[k]) {
  if (b === 'foo:/p' && k.startsWith('host')) continue; // Node 20 departs from the standard
  const u = new URL(b);
  let e = '';
  try { u[k] = v; } catch (x) { e = x.message; }
  say(b, k, JSON.stringify(v), u.href, e);
}
show('canParse', () => [URL.canParse('http://a'), URL.canParse('x'), URL.canParse('x', 'http://a'), URL.canParse('x', 'y')]);
show('inspect', () => new URL('https://u:p@h:81/a?b=c&d=e#f'));
show('inspect depth', () => inspect({ a: { b: { c: new URL('http://a') } } }, { depth: 1 }));
show('json', () => [JSON.stringify(new URL('http://a')), `${new URL('http://a/b')}`, Object.prototype.toString.call(new URL('http://a'))]);
show('none', () => new URL());
show('call', () => URL('x'));
show('keys', () => [Object.keys(URL.prototype).sort().join(), Object.keys(URL).sort().join(), Object.keys(new URL('http://a')), URL.length, URL.canParse.length]);
show('this', () => Object.getOwnPropertyDescriptor(URL.prototype, 'href').get.call({}));
show('origin set', () => { 'use strict'; new URL('http://a').origin = 'x'; });
show('searchParams', () => { const u = new URL('http://a/?x=1'); const p = u.searchParams; p.append('y', 'é &='); u.search = '?z=2'; const r = [p.toString()]; p.set('z', '3'); r.push(u.href, p === u.searchParams); u.href = 'http://b/?q'; r.push(p.toString()); p.delete('q'); r.push(u.href); return r; });
