// compileFunction.
const vm = require('vm');
const { row } = require('./row.js');
const stack = (f) => { try { f(); } catch (e) { return e.stack.split('\n').slice(0, 6); } };

row('E11', () => { const f = vm.compileFunction('return a', ['a', 'b']); return [f.toString(), f.name, f.length]; });
row('E12', () => stack(vm.compileFunction('throw new Error("s")')).slice(0, 2));
row('E13', () => [stack(vm.compileFunction('throw new Error()', [], { lineOffset: 3 }))[1], stack(vm.compileFunction('throw new Error()', [], { columnOffset: 3 }))[1], stack(vm.compileFunction('\nthrow new Error()', [], { filename: 'f.js', columnOffset: 3 }))[1]]);
row('E14', ...['});\n(function() {', '}', '#!/x\n1', '1 @', '*/', "'", 'return 1;'].map((b) => () => typeof vm.compileFunction(b)));
row('E16', () => { const a = { x: 1 }; const b = { x: 3, y: 4 }; const f = vm.compileFunction('y = 9; return [x, y]', [], { contextExtensions: [a, b] }); return [f(), a, b]; });
row('E17', () => vm.compileFunction('return x', ['x'], { contextExtensions: [{ x: 1 }] })('arg'), () => vm.compileFunction('var x = 5; return x', [], { contextExtensions: [{ x: 1 }] })(), () => vm.compileFunction('return typeof toString', [], { contextExtensions: [{}] })(), () => vm.compileFunction('return x', [], { contextExtensions: [Object.create({ x: 'up' })] })());
row('E18', () => { const s = vm.createContext({ v: 'abc' }); const f = vm.compileFunction('return [v, this === globalThis]', [], { parsingContext: s }); const F = vm.runInContext('Function', s); return [Array.from(f()), s.v, f instanceof Function, f instanceof F, f() instanceof vm.runInContext('Array', s)]; });
row('E19', () => { const local = 1; return vm.compileFunction('return typeof local + typeof NaN')() + local; });
row('E21', () => vm.compileFunction('"use strict"; return this')(), () => vm.compileFunction('return this === globalThis')(), () => typeof new (vm.compileFunction('this.x = 1'))(), () => vm.compileFunction('return arguments.length')(1, 2), () => vm.compileFunction('super.x'), () => vm.compileFunction('return new.target')());
row('E22', () => stack(() => vm.compileFunction('1;\nlet a = ;', [], 'x')).slice(0, 1), () => { try { vm.compileFunction('1;\nlet a = ;', [], { filename: 'cf.js' }); } catch (e) { return e.stack.split('\n').slice(0, 5); } });
row('E23', () => [vm.compileFunction('//# sourceMappingURL=x').sourceMapURL, vm.compileFunction('1').sourceMapURL]);
