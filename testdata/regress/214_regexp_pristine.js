// The short cuts for RegExp objects that nobody has changed do what the steps
// with all their lookups do, and end with the first change that can be seen.
const subjects = ['', 'a', 'abcabc', 'xaaby', '\u{1F600}a\u{1F600}', 'aXbXXc'];
const expressions = [/a/, /(b)|(x)/g, /(?:)/g, /(?:)/gu, /a*/y, /(?<n>[abX])/g, /X+/d, /^|c$/gm, /\ud83d/gu, /z/g];
const legacy = () => [RegExp.lastMatch, RegExp.$1, RegExp.$2, RegExp.leftContext, RegExp.rightContext, RegExp.lastParen, RegExp.input];
const methods = {
  test: (r, s) => r.test(s),
  exec: (r, s) => r.exec(s),
  search: (r, s) => s.search(r),
  match: (r, s) => s.match(r),
  matchAll: (r, s) => r.global && [...s.matchAll(r)],
  split: (r, s) => s.split(r),
  splitLimit: (r, s) => s.split(r, 2),
  replace: (r, s) => s.replace(r, "[$&|$1|$`|$'|$<n>]"),
  replaceAll: (r, s) => r.global && s.replaceAll(r, '<$1>'),
  replaceFunction: (r, s) => s.replace(r, (...all) => { /c/.test('abcd'); 'q-q'.split(/-/); return JSON.stringify(all); }),
};
function outcome(f, r, s, lastIndex) {
  /(d)(e)/.test('cdef');
  r.lastIndex = lastIndex;
  const v = f(r, s);
  return JSON.stringify([v, r.lastIndex, legacy()]);
}
for (const e of expressions) for (const s of subjects) for (const lastIndex of [0, 1, 9]) for (const name in methods) {
  const fast = new RegExp(e), slow = new RegExp(e);
  slow.exec = RegExp.prototype.exec; // an own property: everything is looked up
  const got = outcome(methods[name], fast, s, lastIndex), want = outcome(methods[name], slow, s, lastIndex);
  assert(got === want, `${name} ${e} ${JSON.stringify(s)} from ${lastIndex}: ${got}, want ${want}`);
}

// Each method notices each name that it uses, wherever it is redefined.
const P = RegExp.prototype;
const uses = {
  exec: ['test', 'search', 'match', 'split', 'replace', 'replaceFunction'],
  flags: ['match', 'split', 'replace', 'replaceFunction'],
  constructor: ['split'],
};
for (const n of ['global', 'ignoreCase', 'multiline', 'dotAll', 'unicode', 'unicodeSets', 'sticky', 'hasIndices']) uses[n] = uses.flags;
for (const [symbol, used] of [['search', ['search']], ['match', ['match']], ['split', ['split', 'splitLimit']], ['replace', ['replace', 'replaceFunction']]]) {
  uses[symbol] = used;
}
for (const name in uses) {
  const key = name in P ? name : Symbol[name];
  const old = Object.getOwnPropertyDescriptor(P, key);
  for (const place of ['own', 'prototype', 'subclass']) for (const m of uses[name]) {
    if (m === 'split' && name === 'exec' && place === 'own') continue; // it splits with a copy
    const r = place === 'subclass' ? new (class extends RegExp {})('a', 'g') : /a/g;
    const target = place === 'own' ? r : place === 'subclass' ? Object.getPrototypeOf(r) : P;
    let seen = 0;
    methods[m](r, 'banana');
    Object.defineProperty(target, key, { configurable: true, get() { seen++; return old.get ? old.get.call(this) : old.value; } });
    methods[m](r, 'banana');
    if (target === P) Object.defineProperty(P, key, old);
    assert(seen > 0, `${m} does not see ${name} redefined (${place})`);
    if (target === P) {
      methods[m](/a/g, 'banana');
      assertSame('bab'.replace(/a/g, '<$&>'), 'b<a>b');
    }
  }
}

// lastIndex that cannot be written, and a species.
for (const m of ['match', 'replace']) {
  const r = Object.defineProperty(/a/g, 'lastIndex', { writable: false });
  assertThrows(TypeError, () => methods[m](r, 'banana'));
}
const species = Object.getOwnPropertyDescriptor(RegExp, Symbol.species);
let asked = 0;
Object.defineProperty(RegExp, Symbol.species, { configurable: true, get() { asked++; return RegExp; } });
'a-b'.split(/-/);
Object.defineProperty(RegExp, Symbol.species, species);
assertSame(asked, 1);
