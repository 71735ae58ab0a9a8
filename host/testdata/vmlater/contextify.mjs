// Complaints about the globals of contexts: what Burrow does. c is a context as
// node:vm makes them, d one whose global is an ordinary object.
import vm from 'node:vm';

const print = (...values) => console.log(...values);
const fails = (f) => { try { f(); return 'nothing'; } catch (e) { return e.name; } };
const d = vm.createContext(vm.constants.DONT_CONTEXTIFY);
const fresh = (sandbox = {}) => vm.createContext(sandbox);
const both = (code) => [fresh(), d].map((c) => vm.runInContext(`(() => { ${code} })()`, c)).join(' ');

// An assignment that strict code must refuse does not define the name all the same.
const c = fresh();
print(fails(() => vm.runInContext('"use strict"; nope = 1', c)), 'nope' in c, vm.runInContext('typeof nope', c)); // ReferenceError false undefined
// Read-only stays read-only, from both sides.
print(both('Object.defineProperty(globalThis, "ro", { value: 1 }); ro = 2; return ro')); // 1 1
// Values that are NaN or undefined are values.
print(both('Object.defineProperty(globalThis, "u", { value: undefined, configurable: true }); const p = Object.getOwnPropertyDescriptor(globalThis, "u"); return "value" in p && p.value === undefined && "u" in globalThis')); // true true
print(both('Object.defineProperty(globalThis, "n", { value: NaN, configurable: true }); return Object.is(Object.getOwnPropertyDescriptor(globalThis, "n").value, NaN) && Object.is(n, NaN)')); // true true
print(both('globalThis.v = undefined; return Object.hasOwn(globalThis, "v") && "v" in globalThis')); // true true
// A definition without a value keeps the value.
print(both('globalThis.kept = 5; Object.defineProperty(globalThis, "kept", { enumerable: false }); return kept + String(Object.keys(globalThis).includes("kept"))')); // 5false 5false
print(both('globalThis.kept2 = 5; Object.defineProperty(globalThis, "kept2", { writable: false }); kept2 = 6; return kept2')); // 5 5
// Accessors defined inside are called, and stay accessors.
print(both('let got; Object.defineProperty(globalThis, "acc", { get: () => 7, set(v) { got = v }, configurable: true }); acc = 8; return [acc, got, typeof Object.getOwnPropertyDescriptor(globalThis, "acc").set]')); // 7,8,function 7,8,function
print(both('Object.defineProperty(globalThis, "once", { get() { Object.defineProperty(globalThis, "once", { value: 3 }); return 2 }, configurable: true }); return [once, once]')); // 2,3 2,3
// Accessors that the sandbox inherits, as in a browser's window.
class Window { get name() { return this.own ?? 'none'; } set name(v) { this.own = v; } }
const w = fresh(new Window());
print(vm.runInContext('const before = name; name = "set"; [before, name, Object.hasOwn(globalThis, "name")].join()', w), w.own, Object.keys(w)); // none,set,true set [ 'own' ]
// What is deleted is gone, and may be defined again.
print(both('globalThis.gone = 1; const was = delete globalThis.gone; globalThis.gone = 2; return [was, gone, delete globalThis.gone, typeof gone]')); // true,2,true,undefined true,2,true,undefined
// A property that is own has a descriptor.
print(both('globalThis.z = 1; var missing = Reflect.ownKeys(globalThis).filter((k) => !Object.getOwnPropertyDescriptor(globalThis, k)); return missing.length')); // 0 0
// Symbols and indices are properties like others.
print(both('const s = Symbol(); Object.defineProperty(globalThis, s, { value: 1, enumerable: true }); globalThis[3] = 4; return [globalThis[s], Object.getOwnPropertyDescriptor(globalThis, s)?.value, globalThis[3], "3" in globalThis]')); // 1,1,4,true 1,1,4,true
// A function declared over a property of the sandbox replaces it.
const f = fresh({ f: 1 });
print(vm.runInContext('function f() {} typeof f', f), typeof f.f); // function function
// Built-ins can be replaced on the sandbox, and come back when it lets go.
const m = fresh({ Map: 'mine' });
print(vm.runInContext('Map', m), delete m.Map, vm.runInContext('typeof Map', m)); // mine true function
