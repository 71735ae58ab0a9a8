// import-meta.mjs with the correction that the text gives: the object comes from
// the context, and so does the module.
import vm from 'node:vm';

const contextifiedObject = vm.createContext({ secret: 42 });

const module = new vm.SourceTextModule(
  'Object.getPrototypeOf(import.meta.prop).secret = secret;',
  {
    context: contextifiedObject,
    initializeImportMeta(meta) {
      meta.prop = vm.runInContext('({})', contextifiedObject);
    },
  });
await module.link(() => {});
await module.evaluate();

console.log({}.secret, vm.runInContext('({}).secret', contextifiedObject)); // undefined 42
