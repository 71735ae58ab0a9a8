// Arguments.
const vm = require('vm');
const { row } = require('./row.js');
const bad = [undefined, null, true, 1, 'x', Symbol('s'), [], {}, () => {}];
const each = (f, list = bad) => list.map((v) => () => { const r = f(v); return typeof r === 'object' ? 'object' : typeof r; });
const ctx = vm.createContext({});

row('createContext', ...each((v) => vm.createContext(v)));
row('createContext options', ...each((v) => vm.createContext({}, v)));
for (const n of ['name', 'origin', 'codeGeneration', 'microtaskMode']) row(`createContext ${n}`, ...each((v) => vm.createContext({}, { [n]: v })));
row('createContext strings', ...each((v) => vm.createContext({}, { codeGeneration: { strings: v } })));
row('createContext wasm', ...each((v) => vm.createContext({}, { codeGeneration: { wasm: v } })));
for (const n of ['contextName', 'contextOrigin', 'contextCodeGeneration', 'microtaskMode']) row(`runInNewContext ${n}`, ...each((v) => vm.runInNewContext('1', {}, { [n]: v })));
row('runInNewContext codegen strings', ...each((v) => vm.runInNewContext('1', {}, { contextCodeGeneration: { strings: v } })));
row('runInNewContext object', ...each((v) => vm.runInNewContext('1', v)));
row('runInContext object', ...each((v) => vm.runInContext('1', v)));
row('script.runInContext object', ...each((v) => new vm.Script('1').runInContext(v)));
row('isContext', ...each((v) => vm.isContext(v)));
row('Script options', ...each((v) => new vm.Script('1', v)));
for (const n of ['filename', 'lineOffset', 'columnOffset', 'cachedData', 'produceCachedData', 'importModuleDynamically'])
  row(`Script ${n}`, ...each((v) => new vm.Script('1', { [n]: v })));
row('offset ranges', ...each((v) => new vm.Script('1', { lineOffset: v }), [0.1, 2 ** 31, -(2 ** 31) - 1, NaN, Infinity, 2 ** 40, -5, 10n]));
row('run options', ...each((v) => new vm.Script('1').runInThisContext(v)));
for (const n of ['timeout', 'displayErrors', 'breakOnSigint']) row(`run ${n}`, ...each((v) => new vm.Script('1').runInThisContext({ [n]: v }), n === 'timeout' ? bad.map((v) => v === 1 ? 400 : v) : bad));
row('timeouts', ...each((v) => new vm.Script('1').runInThisContext({ timeout: v }), [0, -1, 0.1, NaN, Infinity, 2 ** 32, 5000]));
row('runInThisContext options', ...each((v) => vm.runInThisContext('1', v)));
row('runInNewContext options', ...each((v) => vm.runInNewContext('1', {}, v)));
row('runInContext options', ...each((v) => vm.runInContext('1', ctx, v)));
row('compileFunction code', ...each((v) => vm.compileFunction(v)));
row('compileFunction params', ...each((v) => vm.compileFunction('', v)));
row('compileFunction param', ...each((v) => vm.compileFunction('', [v]), [1, null, {}]));
row('compileFunction options', ...each((v) => vm.compileFunction('', undefined, v)));
for (const n of ['filename', 'lineOffset', 'columnOffset', 'cachedData', 'produceCachedData', 'parsingContext', 'contextExtensions', 'importModuleDynamically'])
  row(`compileFunction ${n}`, ...each((v) => vm.compileFunction('', undefined, { [n]: v }), n === 'parsingContext' ? bad : bad));
row('compileFunction extension', ...each((v) => vm.compileFunction('', undefined, { contextExtensions: [v] }), [0, 'x', true]));
row('measureMemory', ...each((v) => vm.measureMemory(v)));
row('measureMemory mode', ...each((v) => vm.measureMemory({ mode: v })), ...each((v) => vm.measureMemory({ execution: v })));
row('receivers', () => vm.Script.prototype.runInThisContext.call({}), () => vm.Script.prototype.runInContext.call({}, ctx), () => vm.Script.prototype.runInNewContext.call({}));
row('long', () => new vm.Script('1', { lineOffset: 'abcdefghijklmnopqrstuvwxyz0123456789' }), () => vm.isContext('abcdefghijklmnopqrstuvwxyz0123456789'), () => new vm.Script('1', { filename: 123456789012345678901234567890n }), () => new vm.Script('1', { filename: class Foo {} }), () => new vm.Script('1', { filename: Object.create(null) }));
