// The namespace WebAssembly, as far as it takes no code: errors, empty modules,
// memories, tables, globals, tags and exceptions.
const show = (label, f) => {
  try { console.log(label, f()); } catch (e) { console.log(label, e.name, e.message); }
};
const header = [0, 97, 115, 109, 1, 0, 0, 0];
const custom = [0, 5, 2, 104, 105, 7, 8]; // a custom section hi with two bytes
const bytes = new Uint8Array([...header, ...custom]);

for (const name of ['CompileError', 'LinkError', 'RuntimeError']) {
  const C = WebAssembly[name];
  show(name, () => String(new C('message')) + (C('x') instanceof Error) + Object.prototype.toString.call(new C()));
}
show('validate', () => [WebAssembly.validate(bytes), WebAssembly.validate(new Uint8Array([1, 2, 3]))].join());
show('validate nothing', () => WebAssembly.validate());
const empty = new WebAssembly.Module(bytes);
show('module', () => Object.prototype.toString.call(empty));
show('module of garbage', () => new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 2, 0, 0, 0])));
show('module without new', () => WebAssembly.Module(bytes));
show('imports', () => JSON.stringify(WebAssembly.Module.imports(empty)));
show('exports', () => JSON.stringify(WebAssembly.Module.exports(empty)));
show('customSections', () => WebAssembly.Module.customSections(empty, 'hi').map(b => new Uint8Array(b).join()).join('|'));
show('no customSections', () => WebAssembly.Module.customSections(empty, 'none').length);
show('imports of nothing', () => WebAssembly.Module.imports({}));
const instance = new WebAssembly.Instance(empty);
show('instance', () => Object.keys(instance.exports).length + String(Object.isFrozen(instance.exports)) + Object.getPrototypeOf(instance.exports));
show('instance of nothing', () => new WebAssembly.Instance({}));

const memory = new WebAssembly.Memory({ initial: 1, maximum: 3 });
show('memory', () => memory.buffer.byteLength + ',' + memory.grow(1) + ',' + memory.buffer.byteLength);
show('memory too large', () => memory.grow(5));
show('memory without descriptor', () => new WebAssembly.Memory());

const table = new WebAssembly.Table({ initial: 2, element: 'externref', maximum: 4 }, 'x');
show('table', () => [table.length, table.get(0), table.set(1, 5), table.get(1), table.grow(1, 'y'), table.length, table.get(2)].join());
show('table out of bounds', () => table.get(9));

const global = new WebAssembly.Global({ value: 'i32', mutable: true }, 42);
show('global', () => [global.value, global.valueOf(), global.value = 2 ** 31, global.value].join());
const constant = new WebAssembly.Global({ value: 'f64' }, 1.5);
show('constant', () => constant.value);
show('constant assigned', () => { constant.value = 2; });

const tag = new WebAssembly.Tag({ parameters: ['i32', 'f64'] });
const exception = new WebAssembly.Exception(tag, [7, 0.5]);
show('exception', () => [exception.is(tag), exception.getArg(tag, 0), exception.getArg(tag, 1)].join());
show('exception of another', () => exception.is(new WebAssembly.Tag({ parameters: [] })));

(async () => {
  const compiled = await WebAssembly.compile(bytes);
  console.log(compiled instanceof WebAssembly.Module);
  const both = await WebAssembly.instantiate(bytes);
  console.log(Object.keys(both).join(), both.instance instanceof WebAssembly.Instance);
  console.log(await WebAssembly.instantiate(empty) instanceof WebAssembly.Instance);
  await WebAssembly.compile(new Uint8Array(3)).catch(e => console.log(e.name, e.message));
})();
