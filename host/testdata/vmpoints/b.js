// Realms.
const vm = require('vm');
const util = require('util');
const { row, tried } = require('./row.js');
const run = (code, sandbox = {}) => { vm.createContext(sandbox); return vm.runInContext(code, sandbox); };

row('B01', () => { const a = run('[Object, Array, Function, Error, Promise, Map, Symbol, eval]'); return [a[0] === Object, a[1] === Array, a[2] === Function, a[3] === Error, a[4] === Promise, a[5] === Map, a[6] === Symbol, a[7] === eval]; });
row('B02', () => { const a = run('[]'); return [a instanceof Array, Array.isArray(a), run('(function() {})') instanceof Function, typeof run('(function() {})')]; });
row('B03', () => [run('Symbol.iterator') === Symbol.iterator, run('Symbol.for("x")') === Symbol.for('x'), run('Symbol') === Symbol]);
row('B04', () => { const s = {}; vm.createContext(s); let e; try { run('null.x', s); } catch (x) { e = x; } return [e instanceof Error, e instanceof run('TypeError', s), e.name, Object.prototype.toString.call(e), util.types.isNativeError(e)]; });
row('B05', () => { const s = {}; vm.createContext(s); let e, f; try { vm.runInContext('(', s); } catch (x) { e = x; } try { new vm.Script('('); } catch (x) { f = x; } return [e instanceof SyntaxError, e instanceof run('SyntaxError', s), f instanceof SyntaxError]; });
row('B06', () => { const s = {}; vm.createContext(s); let e; try { vm.runInContext('for(;;);', s, { timeout: 20 }); } catch (x) { e = x; } return [e.code, e instanceof Error, e instanceof run('Error', s)]; });
row('B07', () => { const assert = require('assert'); const o = run('({ a: [1] })'); let failed = false; try { assert.deepStrictEqual(o, { a: [1] }); } catch (e) { failed = e.code === 'ERR_ASSERTION'; } return [failed, tried(() => assert.deepEqual(o, { a: [1] }))]; });
for (const [i, code] of ['1; 2', '1; var x = 2;', '1; if (0) 5', 'if (1) { 3 }', '4; function f() {}', '{}', '({})', 'do { 7; break; } while (0)', 'try { 8 } finally { 9 }', 'let q = 3', '"use strict"', '', 'x = 1, 2', 'for (var i = 0; i < 3; i++) i', 'switch (1) { case 1: "s" }', 'class K {}', '5; ;'].entries())
  row(`B08.${i + 1}`, () => run(code));
row('B09', () => { const s = { a: 1, f() {} }; const g = run('this', s); return [util.inspect(s), util.inspect(g), util.inspect(run('({ a: [1] })')), util.inspect(run('new Map([[1, 2]])'))]; });
row('B10', () => Array.from(run('var x = "global"; (function() { var x = "local"; return [eval("x"), (0, eval)("x"), new Function("return x")()]; })()')));
globalThis.where = 'outer';
row('B11', () => run('f()', { f: () => where, where: 'inner' }));
row('B12', () => { const s = {}; const before = vm.isContext(s); vm.createContext(s); return [before, vm.isContext(s), vm.isContext(run('this', s)), vm.isContext([]), vm.isContext(globalThis)]; });
row('B13', () => Object.keys(vm).filter((k) => k !== 'constants').sort()); // later names are allowed
row('B14', () => { const s = new vm.Script('1'); return [tried(() => vm.Script('1')), s instanceof vm.Script, Object.keys(s), Object.getOwnPropertyNames(vm.Script.prototype).sort(), vm.Script.name, vm.Script.length]; });
row('B15', () => [vm.createContext.length, vm.runInContext.length, vm.runInNewContext.length, vm.runInThisContext.length, vm.isContext.length, vm.compileFunction.length, vm.measureMemory.length, vm.createScript.length]);
row('B16', () => vm.runInThisContext({ toString: () => '42' }), () => new vm.Script(42).runInThisContext(), () => vm.runInThisContext(undefined), () => vm.runInThisContext(null), () => new vm.Script({ toString() { throw new Error('no text'); } }), () => new vm.Script(Symbol('x')));
row('B17', () => { const s = new vm.Script('(function() {})'); const l = new vm.Script('(() => ["x"])()'); const a = vm.createContext({}); const b = vm.createContext({}); return [s.runInContext(a) === s.runInContext(b), l.runInContext(a) === l.runInContext(a), s.runInContext(a) instanceof run('Function', a)]; });
row('B18', () => { vm.createContext(globalThis); return vm.runInContext('typeof Array', globalThis); });
for (const [i, code] of ['1', '1\n// sourceMappingURL=a.json', '1\n//# sourceMappingURL=a.json', '1\n//@ sourceMappingURL=b.json', '//# sourceMappingURL=c.json\n1', '1 //# sourceMappingURL=d.json', '1\n//# sourceMappingURL=e.json f', '1\n/*# sourceMappingURL=g.json */', '//# sourceMappingURL=h1\n//# sourceMappingURL=h2'].entries())
  row(`B19.${i + 1}`, () => new vm.Script(code).sourceMapURL);
row('B20', () => run('#!/bin/x\n1'), () => run('<!-- x\n2'));
row('B21', () => run('return 1'), () => vm.compileFunction('return 1')(), () => run('await 1'));
