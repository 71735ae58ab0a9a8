const vm = require('node:vm');

const source = '{ "a": 1 }';
const module_ = new vm.SyntheticModule(['default'], function() {
  const obj = JSON.parse(source);
  this.setExport('default', obj);
});

// Use `module_` in linking. (Its own name, module, is taken in this form.)
(async () => {
  const main = new vm.SourceTextModule('import o from "data"; export default o.a;');
  await main.link((specifier) => module_);
  await main.evaluate();
  console.log(main.namespace.default); // 1
})();
