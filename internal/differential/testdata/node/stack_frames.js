// Frames of stack traces: names of types, methods, eval and awaiting functions.
function show(e) { console.log(e.stack.split('\n').filter(l=>!/loader|node:/.test(l)).slice(0,4).map(l=>l.replace(/\(?[^ (]*[\/\\]/,m=>m[0]==='('?'(':'')).filter(l=>!/node:/.test(l)).join('\n')); console.log('--') }
function F(){}; F.s = function(){ return new Error('x') }; show(F.s());
class A { static s(){ return new Error('x') } static t = () => new Error('x'); m() { return [1].map(() => new Error('x'))[0] } ['x y'](){ return new Error('x') } static async as() { return new Error('x') } #p(){ return new Error('x') } p(){ return this.#p() } f = new Error('x') }
show(A.s()); show(A.t()); show(new A().m()); show(new A()['x y']()); A.as().then(show); show(new A().p()); show(new A().f);
try { JSON.parse('{') } catch (e) { show(e) }
try { Array.from([1], () => { throw new Error('x') }) } catch (e) { show(e) }
try { new Promise(() => { throw new Error('x') }).catch(show) } catch (e) { show(e) }
try { [3,1].sort(() => { throw new Error('x') }) } catch (e) { show(e) }
try { 'a'.replace(/a/, () => { throw new Error('x') }) } catch (e) { show(e) }
try { Reflect.apply(() => { throw new Error('x') }, 1, []) } catch (e) { show(e) }
try { new Map([[1,2]]).forEach(() => { throw new Error('x') }) } catch (e) { show(e) }
try { new Proxy({}, {get(){ throw new Error('x') }}).a } catch (e) { show(e) }
try { ({ get a() { throw new Error('x') } }).a } catch (e) { show(e) }
try { eval('throw new Error("x")') } catch (e) { show(e) }
try { (0,eval)('function zz(){ throw new Error("x") } zz()') } catch (e) { show(e) }
try { new Function('a', 'throw new Error("x")')() } catch (e) { show(e) }
try { eval('eval("throw new Error(1)")') } catch (e) { show(e) }
try { null.x } catch (e) { show(e) }
try { q.r.s } catch (e) { show(e) }
try { new (class { constructor(){ null.x } }) } catch (e) { show(e) }
try { (function(){ null.x })() } catch (e) { show(e) }
try { (() => { null.x })() } catch (e) { show(e) }
try { new (function(){ null.x }) } catch (e) { show(e) }
var o = { a: { b() { throw new Error('x') } } }; try { o.a.b() } catch (e) { show(e) }
o.c = o.a.b; try { o.c() } catch (e) { show(e) }
try { o.a.b.call(1) } catch (e) { show(e) } try { o.a.b.call(o) } catch (e) { show(e) } try { o.a.b.bind(o)() } catch (e) { show(e) }
async function inner() { await 1; throw new Error('inner') }
async function outer() { await inner() }
async function outer2() { return await outer() }
outer2().catch(e => { show(e); later() });
const arrow = async () => { await outer() };
function later() { arrow().catch(e => { show(e); new B().go().catch(show) }) }
class B { async go() { await this.go2() } async go2() { await null; await inner() } }
queueMicrotask(() => show(new Error("job")));
queueMicrotask(() => show(new Error('mt')));
Promise.resolve().then(function then() { show(new Error('then')) });
