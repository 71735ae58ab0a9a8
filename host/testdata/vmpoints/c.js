// Errors.
const vm = require('vm');
const { row } = require('./row.js');
const stack = (f, n = 6) => { try { f(); return 'no error'; } catch (e) { return typeof e?.stack === 'string' ? e.stack.split('\n').slice(0, n) : e; } };
const run = (code, options, sandbox = {}) => vm.runInContext(code, vm.createContext(sandbox), options);

row('C01', () => stack(() => run('throw new Error("boom")')));
row('C02', () => stack(() => run('1;\n  throw new TypeError("no")')));
row('C03', () => [stack(() => run('throw new Error()', { filename: 'x.vm' }), 1), stack(() => run('throw new Error()', 'x.vm'))[5]]);
row('C04', () => stack(() => run('function f() {\n  throw new Error("deep");\n}\nf()')));
row('C05', () => { const [first, ...rest] = stack(() => run('var a = {};\na.b.c')); return [first, rest]; });
row('C06', () => stack(() => run('   foo.bar = 5;')));
row('C07', () => { try { run('throw ["a"]'); } catch (e) { return [Array.from(e), e.stack]; } });
row('C07 more', () => { try { run('throw ["a"]'); } catch (e) { return [Array.from(e), e.stack]; } }, () => { try { run('throw { stack: "a" }'); } catch (e) { return [e.stack]; } }, () => { try { run('throw 1'); } catch (e) { return e.stack; } });
row('C08', () => { try { run('throw new Error("boo")'); } catch (e) { return [e.message, String(e)]; } });
row('C09', () => { let e; try { run('throw new Error("x")', 'in.vm'); } catch (x) { e = x; } const s = e.stack; try { run('throw e', 'again.vm', { e }); } catch (x) { return [x.stack === s, x.stack.split('\n')[0]]; } });
row('C10', () => { const e = new Error('out'); const before = e.stack; try { run('throw e', 'in.vm', { e }); } catch (x) { return [x.stack === before, x.stack.split('\n').slice(0, 2)]; } });
row('C11', () => stack(() => run('throw new Error("plain")', { displayErrors: false }), 2));
row('C12', () => run('try { throw new Error("in") } catch (e) { e.stack }', 'c.vm').split('\n').slice(0, 2));
row('C13', () => stack(() => new vm.Script('let a = ;', 'broken.js'), 5));
row('C14', () => stack(() => new vm.Script('1;\n  var function = 2;', 'b.js'), 5));
row('C16', () => stack(() => run('let a = ;', { filename: 'd.js', displayErrors: false }), 2));
row('C17', () => [stack(() => run('throw new Error("m")', { filename: 'o.vm', lineOffset: 10, columnOffset: 5 })), stack(() => run('\nthrow new Error("m")', { filename: 'o.vm', lineOffset: 10, columnOffset: 5 }))]);
row('C18', () => stack(() => run(' throw new Error()', { filename: 'expected.js', lineOffset: 32, columnOffset: 123 })));
row('C19', () => [stack(() => run('throw new Error("m")', { filename: 'o.vm', lineOffset: -5 }))[5], stack(() => run('      throw new Error("m")', { filename: 'o.vm', columnOffset: -6 }))[5]]);
row('C20', () => stack(() => new vm.Script('let a = ;', { filename: 's.js', lineOffset: 4, columnOffset: 3 }), 5));
row('C21', () => { try { run('function f() { throw new Error("q") }\nvar o={m(){return f()}}\no.m()', 'fr.vm'); } catch (e) { return e.stack.split('\n').filter((l) => l.startsWith('    at')).slice(0, 3).map((l) => l.trim()); } });
row('C22', () => run(`function E() { return new Error('x').stack.split('\\n').slice(2, 4).map((s) => s.trim()) }
class A { constructor() { this.s = E() } /* 17 columns */ static st() { return E() } /* 17 columns */ get g() { return E() } async as() { return E() } }
const arrow = () => E();
[new A().s, A.st(), new A().g, arrow(), eval('E()')]`, 'fr.vm').map((l) => Array.from(l)));
row('C23', () => ['', 'a b.js', 'file:///x/y.js', 'http://h/p'].map((f) => { try { run('throw new Error("z")', { filename: f, displayErrors: false }); } catch (e) { return e.stack.split('\n').slice(0, 2); } }));
row('C24', () => run('Error.stackTraceLimit = 2; function f(n) { return n ? f(n - 1) : new Error().stack.split("\\n").length - 1 } f(9)'));
row('C25', () => stack(() => run('throw new Error("u")\n//# sourceURL=renamed.js', { displayErrors: false }), 2));
row('C26', () => stack(() => run('\tthrow new Error("t")')).slice(1, 3));
row('C27', () => { const s = vm.createContext({}); let e; try { vm.runInContext('function f() { f() } f()', s); } catch (x) { e = x; } return [e.name, e.message, e instanceof RangeError, e instanceof vm.runInContext('RangeError', s)]; });
for (const [i, code] of ['(', 'let x; let x', '"use strict"; with (a) {}', 'break', 'a b', "'abc", '`abc', '/(/', 'yield = 1; function* g() { yield = 1 }', '1 = 2', '--x--', 'import x from "y"', 'export const a = 1', 'import.meta', 'new.target', 'super()', '({a:1, a}) => {', '}', 'for (let of []) 1', '"use strict"; var public', '"use strict"; 010', 'class A { constructor() {} constructor() {} }', 'const c', '#x', '@x', '\\u{110000}', 'async () => { for await (x in y) {} }', 'continue', 'label: label: 1', 'delete x; "use strict"', '"use strict"; delete x', 'function f(a, a) { "use strict" }'].entries())
  row(`C15.${i + 1}`, () => { new vm.Script(code); return 'ok'; });
for (const [i, code] of ['null.x', 'undefined.x.y', 'var u; u.x', 'var o = {}; o.f()', 'var o = {}; o.a.b()', 'x()', 'var n = 1; n()', 'new 1', 'new (() => {})', 'const c = 1; c = 2', 'y; let y', '[...1]', 'const { a } = null', 'const [a] = {}', 'for (const x of 5);', '1 in 2', '({}) instanceof 1', 'Symbol() + ""', '1n + 1', 'BigInt(1.5)', '"x".repeat(-1)', 'new Array(-1)', 'JSON.parse("{")', 'JSON.parse("")', 'decodeURIComponent("%")', 'Object.defineProperty(1, "a", {})', 'null[Symbol.iterator]', 'class A { constructor() { this.x } } class B extends A { constructor() { this.y } } new B', 'class A {} A()', 'Reflect.construct(1)', 'new Proxy({}, null)', '(1).toFixed(101)', 'super_', '"use strict"; undefined = 1', '"use strict"; ({ get a() {} }).a = 1', '"use strict"; Object.freeze([1]).push(2)', '"use strict"; delete Object.prototype', 'new WeakMap().set(1, 2)', 'null.foo()', 'let f = { g: {} }; f.g.h.i', 'f2?.(); undefined.q'].entries())
  row(`C28.${i + 1}`, () => run(code));
