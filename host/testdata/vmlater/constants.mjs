// vm.constants: a context whose global is an ordinary object, and the loader of
// the main context for scripts that are no files.
import vm from 'node:vm';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const print = (...values) => console.log(...values);
const fails = (f) => { try { f(); return 'nothing'; } catch (e) { return e.message; } };
const { DONT_CONTEXTIFY, USE_MAIN_CONTEXT_DEFAULT_LOADER } = vm.constants;

print(Object.isFrozen(vm.constants), Object.getPrototypeOf(vm.constants), typeof DONT_CONTEXTIFY); // true null symbol

const plain = vm.createContext(DONT_CONTEXTIFY);
print(vm.isContext(plain), vm.runInContext('globalThis', plain) === plain, vm.createContext(plain) === plain); // true true true
print(vm.runInContext('var x = 1; this.x', plain), plain.x, vm.runInContext('delete x', plain)); // 1 1 false
print(Object.getOwnPropertyDescriptor(plain, 'x').configurable, plain instanceof Object); // false false
plain.given = 2;
print(vm.runInContext('given + x', plain), vm.createContext(DONT_CONTEXTIFY) === plain); // 3 false
print(vm.runInContext('Object.getOwnPropertyDescriptor(globalThis, "globalThis").value === globalThis', plain)); // true
print(fails(() => vm.runInContext('"use strict"; undeclared = 1', plain))); // undeclared is not defined
print(vm.runInContext('Object.defineProperty(globalThis, "fixed", { value: 1 }); fixed = 2; fixed', plain)); // 1
print(fails(() => vm.runInContext('"use strict"; fixed = 3', plain))); // Cannot assign to read only property 'fixed' of object '#<Object>'
print(fails(() => vm.runInContext('"use strict"; delete globalThis.fixed', plain))); // Cannot delete property 'fixed' of #<Object>
print(vm.runInContext('Object.freeze(globalThis); late = 1; typeof late', plain), Object.isFrozen(plain)); // undefined true
print(vm.runInNewContext('globalThis.y = 4; globalThis', DONT_CONTEXTIFY).y); // 4
print(new vm.Script('this').runInNewContext(DONT_CONTEXTIFY) === globalThis); // false
const strict = vm.createContext(DONT_CONTEXTIFY, { codeGeneration: { strings: false }, microtaskMode: 'afterEvaluate' });
print(fails(() => vm.runInContext('eval("1")', strict))); // Code generation from strings disallowed for this context
print(vm.runInContext('let n = 0; Promise.resolve().then(() => { globalThis.n2 = ++n }); n', strict), strict.n2); // 0 1
print(fails(() => vm.createContext(Symbol('x')))); // The "object" argument must be of type object. Received type symbol (Symbol(x))
print(fails(() => vm.runInContext('1', DONT_CONTEXTIFY))); // The "object" argument must be of type object. Received type symbol (Symbol(vm_context_no_contextify))
print(vm.compileFunction('return globalThis', [], { parsingContext: strict })() === strict); // true
print(new vm.SourceTextModule('1', { context: strict }).context === strict); // true

const loader = { importModuleDynamically: USE_MAIN_CONTEXT_DEFAULT_LOADER };
const here = fileURLToPath(import.meta.url);
const inTest = (filename) => ({ ...loader, filename });
print(typeof (await vm.runInThisContext('import("node:path")', loader)).join); // function
print((await vm.runInNewContext('import("node:path")', {}, loader)).default === path); // true
print((await vm.compileFunction('return import("path")', [], loader)()).default === path); // true
print((await vm.runInThisContext('import("./modules/exports.mjs")', inTest(here))).hello); // 1
print((await vm.runInThisContext('import("./modules/exports.mjs")', inTest(import.meta.url))).hello); // 1
print((await vm.runInThisContext('eval("import(\'./modules/exports.mjs\')")', inTest(here))).hello); // 1
print((await vm.runInThisContext('(new Function("return import(\'./modules/exports.mjs\')"))()', inTest(here))).hello); // 1
const context = vm.createContext({});
const promise = vm.runInContext('import("./modules/exports.mjs")', context, inTest(here));
print(promise instanceof vm.runInContext('Promise', context), (await promise) === (await import('./modules/exports.mjs'))); // true true
print(await vm.runInThisContext('import("./modules/missing.mjs")', inTest(here)).catch((e) => e.code)); // ERR_MODULE_NOT_FOUND
print(await vm.runInThisContext('import("fs")').catch((e) => e.code)); // ERR_VM_DYNAMIC_IMPORT_CALLBACK_MISSING
print(fails(() => new vm.Script('1', { importModuleDynamically: Symbol('x') }))); // The "options.importModuleDynamically" property must be of type function. Received type symbol (Symbol(x))
