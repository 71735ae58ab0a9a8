// module.error and module.namespace, and evaluating again.
import vm from 'node:vm';

const module = new vm.SourceTextModule('export let a = 1; throw new Error("no")');
for (const name of ['error', 'namespace']) {
  try {
    module[name];
  } catch (e) {
    console.log(name, e.code);
  }
}
await module.evaluate().catch((e) => console.log('evaluate', e.code));
await module.link(() => {});
const first = await module.evaluate().catch((e) => e);
const second = await module.evaluate().catch((e) => e);
console.log(module.status, first === second, module.error === first, module.namespace.a);
