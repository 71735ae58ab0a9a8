// Cached data and compileFunction.
const vm = require('vm');
const { row, tried } = require('./row.js');
const stack = (f) => { try { f(); } catch (e) { return e.stack.split('\n').slice(0, 6); } };

// Sources are unlike all others, because V8 answers from its compilation cache
// for what the process has compiled before.
const source = (name) => `function inc(x) { return x + 1; }\nfunction name() { return ${JSON.stringify(name)}; }\nname() + '-' + inc(0);`;
const dataOf = (text) => new vm.Script(text).createCachedData();
const rejected = (text, cachedData) => new vm.Script(text, { cachedData }).cachedDataRejected;
const damaged = (data, at) => { const b = Buffer.from(data); b[at < 0 ? b.length + at : at] ^= 0x40; return b; };

row('E01', () => { const data = dataOf(source('e01')); return [new vm.Script(source('e01')).cachedDataRejected, rejected(source('e01'), data), rejected(source('another'), data), 'cachedDataRejected' in new vm.Script('1')]; });
const listed = (name) => source(name).replace("'-'", "', '");
row('E02', () => { const data = dataOf(source('e02')); const s = new vm.Script(listed('another text'), { cachedData: damaged(data, 1) }); return [s.cachedDataRejected, s.runInThisContext(), rejected(source('another, 2a'), damaged(data, -1)), rejected(source('another, 2b'), data.subarray(0, data.length >> 1)), rejected(source('another, 2c'), Buffer.alloc(0))]; });
row('E03~', () => { const s = new vm.Script('"xyz" + "-1"', { cachedData: dataOf('"abc" + "-1"') }); return [s.cachedDataRejected, s.runInThisContext()]; });
row('E04', () => { const s = new vm.Script(source('e04'), { produceCachedData: true }); const t = new vm.Script(source('e04')); return [s.cachedDataProduced, Buffer.isBuffer(s.cachedData), t.cachedDataProduced, 'cachedData' in t, s.cachedDataRejected]; });
row('E04 both', () => Object.keys(new vm.Script(source('e04'), { produceCachedData: true, cachedData: dataOf(source('e04')) })));
row('E05', () => { const data = dataOf(source('e05')); const views = [new Uint8Array(data), new DataView(data.buffer, data.byteOffset, data.byteLength), new Uint8Array([...[1, 2], ...data, 3]).subarray(2, 2 + data.length)]; return views.map((v) => rejected(source('e05'), v)); });
row('E06', () => { const s = new vm.Script(source('e06')); const before = s.createCachedData(); const again = s.createCachedData(); s.runInThisContext(); return [Buffer.isBuffer(before), before.length === again.length, s.createCachedData().length < before.length]; });
row('E06 add', () => { const s = new vm.Script('function add(a, b) { return a + b; }\nvar x = add(1, 2);'); const before = s.createCachedData(); s.runInThisContext(); const after = s.createCachedData(); return [before.length < after.length, rejected('function add(a, b) { return a + b; }\nvar x = add(1, 2);', before), rejected('function add(a, b) { return a + b; }\nvar x = add(1, 2);', after)]; });
row('E07~', () => { const data = dataOf(source('e07')); return rejected(source('e07'), damaged(data, -1)); });
row('E11', () => { const f = vm.compileFunction('return a', ['a', 'b']); return [f.toString(), f.name, f.length]; });
row('E12', () => stack(vm.compileFunction('throw new Error("s")')).slice(0, 2));
row('E13', () => [stack(vm.compileFunction('throw new Error()', [], { lineOffset: 3 }))[1], stack(vm.compileFunction('throw new Error()', [], { columnOffset: 3 }))[1], stack(vm.compileFunction('\nthrow new Error()', [], { filename: 'f.js', columnOffset: 3 }))[1]]);
row('E14', ...['});\n(function() {', '}', '1 @', 'return 1;'].map((b) => () => typeof vm.compileFunction(b)));
row('E14 more', ...['});\n(function() {', '}', '#!/x\n1', '1 @', '*/', "'", 'return 1;'].map((b) => () => typeof vm.compileFunction(b)));
row('E16', () => { const a = { x: 1 }; const b = { x: 3, y: 4 }; const f = vm.compileFunction('y = 9; return [x, y]', [], { contextExtensions: [a, b] }); return [f(), a, b]; });
row('E17', () => vm.compileFunction('return x', ['x'], { contextExtensions: [{ x: 1 }] })('arg'), () => vm.compileFunction('var x = 5; return x', [], { contextExtensions: [{ x: 1 }] })(), () => vm.compileFunction('return typeof toString', [], { contextExtensions: [{}] })(), () => vm.compileFunction('return x', [], { contextExtensions: [Object.create({ x: 'up' })] })());
row('E18', () => { const s = vm.createContext({ v: 'abc' }); const f = vm.compileFunction('return [v, this === globalThis]', [], { parsingContext: s }); const F = vm.runInContext('Function', s); return [Array.from(f()), s.v, f instanceof Function, f instanceof F, f() instanceof vm.runInContext('Array', s)]; });
row('E19', () => { const local = 1; return [vm.compileFunction('return typeof local + typeof NaN')(), local]; });
row('E20', () => { const f = vm.compileFunction('return a + 20', ['a'], { produceCachedData: true }); const g = vm.compileFunction('return a + 20', ['a'], { cachedData: f.cachedData }); const h = vm.compileFunction('return a + 20 + 1', ['a'], { cachedData: f.cachedData }); return [f.cachedDataProduced, Buffer.isBuffer(f.cachedData), g.cachedDataRejected, h.cachedDataRejected, 'cachedDataProduced' in g]; });
row('E20 results', () => { const f = vm.compileFunction('return a + 20', ['a'], { produceCachedData: true }); const g = vm.compileFunction('return a + 20', ['a'], { cachedData: f.cachedData }); const h = vm.compileFunction('return a + 20 + 1', ['a'], { cachedData: f.cachedData }); return [f.cachedDataProduced, Buffer.isBuffer(f.cachedData), g.cachedDataRejected, h.cachedDataRejected, 'cachedDataProduced' in g, g(1), h(1)]; });
row('E20 kinds', () => { const f = vm.compileFunction('return 21', [], { produceCachedData: true }); return [rejected('(function () {\nreturn 21\n})', f.cachedData), vm.compileFunction('return 2100', [], { cachedData: dataOf(source('e20')) }).cachedDataRejected]; });
row('E21', () => vm.compileFunction('"use strict"; return this')(), () => vm.compileFunction('return this === globalThis')(), () => typeof new (vm.compileFunction('this.x = 1'))(), () => vm.compileFunction('return arguments.length')(1, 2), () => vm.compileFunction('super.x'), () => tried(() => vm.compileFunction('return new.target')()));
row('E22', () => { try { vm.compileFunction('1;\nlet a = ;', [], { filename: 'cf.js' }); } catch (e) { return e.stack.split('\n').slice(0, 5); } });
row('E22 options', () => stack(() => vm.compileFunction('1;\nlet a = ;', [], 'x')).slice(0, 1));
row('E23', () => [vm.compileFunction('//# sourceMappingURL=x').sourceMapURL, vm.compileFunction('1').sourceMapURL]);
