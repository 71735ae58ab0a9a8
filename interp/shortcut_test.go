package interp_test

import "testing"

// More scripts for observe: calls and constructions that the loop does itself.

func TestCallAndApplyInLoop(t *testing.T) {
	const f = `function f() { seen.push(this === undefined ? 'u' : this, arguments.length, ...arguments); return new.target }
		const s = function () { 'use strict'; return f.apply(this, arguments) };
		`
	observe(t, f+`
		s.call(1, 2, 3); s.apply(4, [5, 6]); s.apply(7); s.apply(8, null); Reflect.apply(s, 9, ['a']);
		seen.push(f.call('z') === undefined)`,
		"1,2,2,3,4,2,5,6,7,0,8,0,9,1,a,z,0,true")
	// Holes ask the prototype, array-likes are read, the rest is refused.
	observe(t, f+`
		Array.prototype[1] = 'inherited';
		s.apply(0, [1, , 2]);
		delete Array.prototype[1];
		s.apply(0, { get length() { seen.push('length'); return 1 }, get 0() { seen.push('zero'); return 3 } });
		for (const list of [1, 'text']) try { s.apply(0, list) } catch (e) { seen.push(e.name) }
		for (const g of [null, {}]) try { s.apply.call(g, 0, []) } catch (e) { seen.push(e.name) }
		try { (class {}).call(0) } catch (e) { seen.push(e.message) }`,
		"0,3,1,inherited,2,length,zero,0,1,3,TypeError,TypeError,TypeError,TypeError,Class constructors cannot be invoked without 'new'")
	// Arguments objects that are not as they were made.
	observe(t, f+`
		(function (a, b) { a = 'new'; s.apply(0, arguments) })(1, 2);
		(function () { arguments.length = 1; s.apply(0, arguments) })(3, 4);
		(function () { delete arguments[0]; s.apply(0, arguments) })(5, 6);
		(function () { delete arguments.callee; delete arguments[Symbol.iterator]; delete arguments.length;
			arguments.x = 2; s.apply(0, arguments) })(7, 8);
		(function () { Object.defineProperty(arguments, 1, { get() { return 'got' } }); s.apply(0, arguments) })(9, 10)`,
		"0,2,new,2,0,1,3,0,2,,6,0,0,0,2,9,got")
	// Natives, and call and apply themselves.
	observe(t, f+`
		seen.push(Array.prototype.slice.call([1, 2, 3], 1), Object.prototype.toString.call(), s.call.call(s, 1, 2), s.call.apply(s, [3, 4]));
		seen.push(Function.prototype.call.call.call(function () { 'use strict'; return this + 1 }, 5))`,
		"1,1,2,3,1,4,2,3,[object Undefined],,,6")
	// What is called shows in traces as it does in V8: the built-in does not.
	observe(t, `
		function where() { return new Error().stack.split('\n').slice(1).map(l => l.trim().split(' ')[1]).slice(0, 2).join() }
		function through() { return where.apply(null, arguments) }
		function other() { return where.call(null) }
		seen.push(through(), other())`,
		"where,through,where,other")
	// Generators that a call resumes.
	observe(t, `
		function* g() { seen.push(yield 1) }
		const it = g(), next = it.next;
		seen.push(next.call(it).value, next.call(it, 'sent').done);
		function* h() { yield* arguments }
		seen.push(...h.apply(null, [1, 2]), ...h.call(null, 3))`,
		"sent,1,true,1,2,3")
}

func TestInstanceofCache(t *testing.T) {
	observe(t, `
		class A {} class B extends A {} function F() {}
		const is = (x, y) => x instanceof y;
		for (let i = 0; i < 3; i++) seen.push(is(new B, A), is(new A, B), is(1, A), is(new F, F), is(null, F));
		F.prototype = A.prototype;
		seen.push(is(new A, F));
		F.prototype = 1;
		try { is({}, F) } catch (e) { seen.push(e.name) }
		seen.push(is(1, F))`,
		"true,false,false,true,false,true,false,false,true,false,true,false,false,true,false,true,TypeError,false")
	observe(t, `
		class A { static [Symbol.hasInstance](x) { seen.push('mine'); return 1 } }
		class B extends A {}
		const is = (x, y) => x instanceof y;
		seen.push(is(1, B));
		delete A[Symbol.hasInstance];
		seen.push(is(1, B), is(new B, B));
		A[Symbol.hasInstance] = undefined;
		Object.defineProperty(A, Symbol.hasInstance, { value: Function.prototype[Symbol.hasInstance], writable: true });
		seen.push(is(new B, B));
		Object.defineProperty(A, Symbol.hasInstance, { value: () => false });
		seen.push(is(new B, B));
		Object.defineProperty(B, Symbol.hasInstance, { get() { seen.push('get'); return null } });
		seen.push(is(new B, B))`,
		"mine,true,false,true,true,false,get,true")
	observe(t, `
		function F() {}
		const p = new Proxy(new F, { getPrototypeOf() { seen.push('trap'); return null } });
		const is = (x, y) => x instanceof y;
		seen.push(is(new F, F), is(p, F), is(Object.create(p), F), is(new F, F.bind()));
		function G() {}
		Object.defineProperty(F, 'prototype', { value: G.prototype });
		seen.push(is(new G, F))`,
		"trap,trap,true,false,false,true,true")
}

func TestAddShadowingProperty(t *testing.T) {
	observe(t, `
		function P() { this.x = 1; this.y = 2 }
		P.prototype = { x: 0, y: 0 };
		const make = () => { const p = new P(); return Object.keys(p) + '' + p.x };
		seen.push(make(), make(), make());
		Object.defineProperty(P.prototype, 'x', { value: 5, writable: false });
		seen.push(make());
		Object.defineProperty(P.prototype, 'x', { set(v) { seen.push('set' + v) }, get() { return 'got' } });
		seen.push(make());
		delete P.prototype.x;
		seen.push(make(), P.prototype.y);
		Object.setPrototypeOf(P.prototype, { set x(v) { seen.push('far') } });
		seen.push(make())`,
		"x,y1,x,y1,x,y1,y5,set1,ygot,x,y1,0,far,yundefined")
	// More properties than there is room for.
	observe(t, `
		function Q(n) { this.a = n; this.b = n; this.c = n; this.d = n; this.e = n; this.f = n; this.g = n; this.h = n }
		for (let i = 0; i < 30; i++) var q = new Q(i);
		seen.push(Object.values(q))`,
		"29,29,29,29,29,29,29,29")
}

func TestConstructorResults(t *testing.T) {
	observe(t, `
		const o = {};
		function A(x) { return x }
		function B() { 'use strict'; this.b = new.target === B; if (arguments.length) return }
		class C { constructor(...r) { this.n = r.length } }
		class D extends C { constructor(x) { if (x === 1) { super(); return 1 } super(1, 2); return x } }
		for (let i = 0; i < 12; i++) { new A; new B; new C; new D }
		seen.push(new A(o) === o, new A(1) instanceof A, new B().b, new B(1).b, new C(1, 2).n, new D().n, new D(o) === o);
		try { new D(1) } catch (e) { seen.push(e.name) }
		seen.push(A.call(5, 6), new D(undefined).n, Reflect.construct(B, [], A) instanceof A, new B instanceof B)`,
		"true,true,true,true,2,2,true,TypeError,6,2,true,true")
}
