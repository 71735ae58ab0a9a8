'use strict';
// node:punycode: RFC 3492.

const base = 36;
const maxInt = 0x7FFFFFFF;

function fail(kind) {
  const text = {
    overflow: 'Overflow: input needs wider integers to process', 'not-basic': 'Illegal input >= 0x80 (not a basic code point)', 'invalid-input': 'Invalid input',
  }[kind];
  throw new RangeError(text);
}

function adapt(delta, points, first) {
  let k = 0;
  delta = first ? Math.floor(delta / 700) : delta >> 1;
  delta += Math.floor(delta / points);
  for (; delta > 455; k += base) delta = Math.floor(delta / 35);
  return Math.floor(k + 36 * delta / (delta + 38));
}
const threshold = (k, bias) => k <= bias ? 1 : k >= bias + 26 ? 26 : k - bias;
const digitOf = (n) => String.fromCharCode(n < 26 ? n + 97 : n + 22);
function valueOf(code) {
  if (code >= 48 && code < 58) return code - 22;
  if (code >= 65 && code < 91) return code - 65;
  return code >= 97 && code < 123 ? code - 97 : base;
}

function decode(input) {
  const out = [];
  const last = Math.max(input.lastIndexOf('-'), 0);
  for (let i = 0; i < last; i++) {
    if (input.charCodeAt(i) >= 0x80) fail('not-basic');
    out.push(input.charCodeAt(i));
  }
  let n = 128;
  let i = 0;
  let bias = 72;
  for (let at = last > 0 ? last + 1 : 0; at < input.length;) {
    const old = i;
    for (let w = 1, k = base; ; k += base) {
      if (at >= input.length) fail('invalid-input');
      const digit = valueOf(input.charCodeAt(at++));
      if (digit >= base) fail('invalid-input');
      if (digit > Math.floor((maxInt - i) / w)) fail('overflow');
      i += digit * w;
      const t = threshold(k, bias);
      if (digit < t) break;
      if (w > Math.floor(maxInt / (base - t))) fail('overflow');
      w *= base - t;
    }
    const size = out.length + 1;
    bias = adapt(i - old, size, old === 0);
    n += Math.floor(i / size);
    i %= size;
    if (n > 0x10FFFF) fail('invalid-input');
    out.splice(i++, 0, n);
  }
  return String.fromCodePoint(...out);
}

function encode(text) {
  const input = ucs2.decode(text);
  let out = input.filter((c) => c < 128).map((c) => String.fromCharCode(c)).join('');
  const basic = out.length;
  let handled = basic;
  if (basic) out += '-';
  let n = 128;
  let delta = 0;
  let bias = 72;
  while (handled < input.length) {
    let next = maxInt;
    for (const c of input) if (c >= n && c < next) next = c;
    if (next - n > Math.floor((maxInt - delta) / (handled + 1))) fail('overflow');
    delta += (next - n) * (handled + 1);
    n = next;
    for (const c of input) {
      if (c < n && ++delta > maxInt) fail('overflow');
      if (c !== n) continue;
      let q = delta;
      for (let k = base; ; k += base) {
        const t = threshold(k, bias);
        if (q < t) break;
        out += digitOf(t + (q - t) % (base - t));
        q = Math.floor((q - t) / (base - t));
      }
      out += digitOf(q);
      bias = adapt(delta, handled + 1, handled === basic);
      delta = 0;
      handled++;
    }
    delta++;
    n++;
  }
  return out;
}

const ucs2 = {
  decode: (s) => Array.from(s, (c) => c.codePointAt(0)),
  encode: (codes) => String.fromCodePoint(...codes),
};

function mapDomain(domain, f) {
  const at = domain.indexOf('@');
  const local = at >= 0 ? domain.slice(0, at + 1) : '';
  return local + domain.slice(at + 1).replace(/[\u3002\uFF0E\uFF61]/g, '.').split('.').map(f).join('.');
}

module.exports = {
  version: '2.1.0', ucs2, decode, encode,
  toASCII: (domain) => mapDomain(domain, (s) => /[^\0-\x7F]/.test(s) ? `xn--${encode(s)}` : s),
  toUnicode: (domain) => mapDomain(domain, (s) => /^xn--/.test(s) ? decode(s.slice(4).toLowerCase()) : s),
};
