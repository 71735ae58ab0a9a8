// linkRequests, instantiate, moduleRequests, hasTopLevelAwait, hasAsyncGraph.
import vm from 'node:vm';

const print = (...values) => console.log(...values);
const { SourceTextModule: M, SyntheticModule: S } = vm;
const fails = (f) => { try { f(); return 'nothing'; } catch (e) { return e.code ?? e.name; } };

const root = new M(`
  import foo from 'foo';
  import * as bar from 'bar' with { type: 'json' };
  import { x } from 'foo';
  export * from 'baz';
  export default foo + bar.default + x;
`);
const requests = root.moduleRequests;
print(requests.map((r) => r.specifier), requests === root.moduleRequests, Object.isFrozen(requests)); // [ 'foo', 'bar', 'baz' ] true true
print(requests[1].attributes.type, Object.getPrototypeOf(requests[1].attributes), requests[1].phase); // json null evaluation
print(Object.isFrozen(requests[0]), Object.isFrozen(requests[0].attributes), root.dependencySpecifiers); // true true [ 'foo', 'bar', 'baz' ]

const foo = new M('export default 1; export const x = 10');
const bar = new S(['default'], function() { this.setExport('default', 100); });
const baz = new M('import "foo"; export const z = 3');
print(fails(() => root.instantiate()), root.status); // ERR_VM_MODULE_LINK_FAILURE unlinked
print(fails(() => root.linkRequests()), fails(() => root.linkRequests({}))); // ERR_INVALID_ARG_TYPE ERR_INVALID_ARG_TYPE
print(fails(() => root.linkRequests([])), fails(() => root.linkRequests([foo]))); // ERR_MODULE_LINK_MISMATCH ERR_MODULE_LINK_MISMATCH
print(fails(() => root.linkRequests([foo, foo, foo, foo]))); // ERR_MODULE_LINK_MISMATCH
for (const v of [null, undefined, 1, {}, 'x'])
  if (fails(() => root.linkRequests([foo, v, baz])) !== 'ERR_VM_MODULE_NOT_MODULE') throw new Error(String(v));
print(fails(() => root.linkRequests([foo, bar, new M('1', { context: vm.createContext() })]))); // ERR_VM_MODULE_DIFFERENT_CONTEXT
root.linkRequests([foo, bar, baz]);
print(root.status, fails(() => root.instantiate())); // unlinked ERR_VM_MODULE_LINK_FAILURE
baz.linkRequests([foo]);
print(fails(() => root.namespace), fails(() => root.hasAsyncGraph())); // ERR_VM_MODULE_STATUS ERR_VM_MODULE_STATUS
root.instantiate();
print([root, foo, bar, baz].map((m) => m.status)); // [ 'linked', 'linked', 'linked', 'linked' ]
print(fails(() => root.instantiate()), fails(() => root.linkRequests([foo, bar, baz]))); // ERR_VM_MODULE_STATUS ERR_VM_MODULE_STATUS
print(await root.link(() => {}).catch((e) => e.code)); // ERR_VM_MODULE_ALREADY_LINKED
await root.evaluate();
print(root.status, root.namespace.default, root.namespace.z); // evaluated 111 3
print(root.hasTopLevelAwait(), root.hasAsyncGraph()); // false false

const late = new M('await 1; export default 5');
const middle = new M('export { default } from "late"');
const top = new M('import v from "middle"; globalThis.seen = v');
middle.linkRequests([late]);
top.linkRequests([middle]);
print(late.hasTopLevelAwait(), top.hasTopLevelAwait()); // true false
top.instantiate();
print(late.hasAsyncGraph(), middle.hasAsyncGraph(), top.hasAsyncGraph()); // true true true
await top.evaluate();
print(globalThis.seen); // 5

const a = new M('import { b } from "b"; export const a = 1; export const get = () => b');
const b = new M('import { a } from "a"; export const b = 2');
a.linkRequests([b]);
b.linkRequests([a]);
a.instantiate();
await a.evaluate();
print(a.namespace.get(), b.status, a.hasAsyncGraph()); // 2 evaluated false

const bad = new M('import { nope } from "foo"');
bad.linkRequests([foo]);
print(fails(() => bad.instantiate()), bad.status); // SyntaxError unlinked
const none = new M('1');
none.instantiate();
print(none.status, none.moduleRequests); // linked []
for (const name of ['linkRequests', 'instantiate', 'hasTopLevelAwait', 'hasAsyncGraph', 'createCachedData'])
  if (fails(() => M.prototype[name].call({})) !== 'ERR_INVALID_ARG_TYPE') throw new Error(name);
print(fails(() => M.prototype.moduleRequests), bar.moduleRequests); // ERR_INVALID_ARG_TYPE undefined
