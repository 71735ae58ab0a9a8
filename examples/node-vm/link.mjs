// What a linker is told: the specifier, the module that imports, and the
// attributes, which older code calls assertions.
import vm from 'node:vm';

const root = new vm.SourceTextModule(`
  import foo from 'foo';
  //              ^^^^^ the module specifier
  import bar from 'bar' assert { name: 'value' };
  //                           ^^^^^^^^^^^^^^^^^ the assertion
  export default foo + bar;
`, { identifier: 'root' });

console.log(root.status, root.dependencySpecifiers);
await root.link(async (specifier, referencingModule, extra) => {
  console.log(specifier, referencingModule.identifier, extra.assert.name, referencingModule.status);
  return new vm.SourceTextModule(`export default '${specifier}';`);
});
console.log(root.status);
await root.evaluate();
console.log(root.status, root.namespace.default);
