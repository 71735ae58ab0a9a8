// What CallSites tell of every kind of call.
Error.prepareStackTrace = (e, sites) => { const s = sites[0]; return ["getThis", "getTypeName", "getFunctionName", "getMethodName", "isToplevel", "isConstructor","isEval","isAsync","getEvalOrigin","toString"].map((k) => k + "=" + String(s[k]()).replace(/\(.*\)/, '()').replace(/\/\S*\//, '')).join(" "); };
function F(){ this.s = new Error('x').stack } console.log(new F().s);
function G(){ 'use strict'; this.s = new Error('x').stack } console.log(new G().s);
class A { constructor(){ this.s = new Error('x').stack } m(){ return new Error('x').stack } static s(){ return new Error('y').stack } get g(){ return new Error('y').stack } }
class B extends A { constructor(){ super(); this.t = new Error('x').stack } n(){ return super.m() } }
console.log(new A().s); console.log(new B().t); console.log(new B().s); console.log(new B().m()); console.log(new B().n()); console.log(A.s()); console.log(new B().g);
console.log((() => new Error('x').stack)());
const o = { f: function(){ return new Error('x').stack }, ['a b']() { return new Error('x').stack }, get z() { return new Error().stack } };
console.log(o.f()); console.log(o['a b']()); console.log(o.z);
const {f} = o; console.log(f()); console.log(f.call(5)); console.log(f.call('s')); console.log(f.call(null)); console.log(f.call([]));
console.log(eval('new Error("x").stack')); console.log((0,eval)('(function ff(){ return new Error("x").stack})()'));
(async function as(){ console.log(new Error('x').stack); await 1; console.log(new Error('x').stack); })();
console.log([1].map(function cb(){ return new Error('x').stack })[0]);
console.log([1].map(() => new Error('x').stack)[0]);
console.log(function*gen(){ yield new Error('x').stack }().next().value);
o.g2 = o.f; console.log(o.g2());
console.log(new Error('top').stack);
console.log(Object.getOwnPropertyNames(Object.getPrototypeOf((Error.prepareStackTrace=(e,s)=>s, new Error().stack)[0])).join());
Error.prepareStackTrace = () => { throw new TypeError('boom') };
try { console.log(new Error('x').stack) } catch (e) { console.log('caught', e.message) }
Error.prepareStackTrace = (e, s) => s.length; Error.stackTraceLimit=1; console.log(new Error().stack);
Error.prepareStackTrace = undefined; console.log(typeof new Error().stack);
Error.prepareStackTrace = (e, s) => e.message+s.length; const ob={message:'m'}; Error.captureStackTrace(ob); console.log(ob.stack, Object.getOwnPropertyDescriptor(ob,'stack').get === undefined);
