package interp_test

import (
	"math"
	"testing"

	"github.com/burrowjs/burrow/interp"
)

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

func TestArgumentsMadeLate(t *testing.T) {
	const use = `function use() { 'use strict'; seen.push(this, ...arguments) }
		`
	observe(t, use+`
		function plain() { use.apply(0, arguments); return arguments.length + arguments[1] + typeof arguments[9] }
		seen.push(plain(1, 2), plain('a', 'b'));
		function mapped(a, b) { a = 'new'; arguments.length; use.apply(arguments[0], arguments); return arguments[0] }
		seen.push(mapped(1, 2), mapped());
		function strict(a) { 'use strict'; a = 'new'; use.apply(arguments[0], arguments); return arguments[0] }
		seen.push(strict(1, 2));
		function defaults(a = arguments[1], b) { b = 5; return [a, arguments[1], arguments.length] }
		seen.push(defaults(undefined, 7))`,
		"0,1,2,0,a,b,4undefined,2bundefined,new,new,2,,new,,1,1,2,1,7,7,2")
	// One object, whoever sees it first.
	observe(t, `
		const o = { apply(x, list) { list[0] = 'written'; list.extra = 1; seen.push(list === this.last); this.last = list } };
		function f() { o.apply(0, arguments); o.apply(0, arguments); return [arguments[0], arguments.extra, arguments === o.last] }
		seen.push(f(1), f());
		function g(a) { o.apply(0, arguments); return [a, arguments[0]] }
		seen.push(g(1))`,
		"false,true,false,true,written,1,true,written,1,true,false,written,written")
	// Everything else that can be done with it.
	observe(t, `
		function a1() { arguments.length = 1; return arguments.length }
		function a2() { arguments[0]++; arguments[5] = 6; return [arguments[0], arguments[5], delete arguments[0], arguments[0]] }
		function a3() { return typeof arguments + arguments + arguments?.length + arguments?.[0] }
		function a4() { return [arguments[0](1), arguments[1][0], arguments['length'], arguments.callee === a4] }
		function a5() { const { length, 0: x } = arguments; return [length, x, ...arguments] }
		function a6() { for (const x of arguments) seen.push(x); for (const k in arguments) seen.push(k); return 0 in arguments }
		function a7() { return (() => arguments[0])() + arguments.length }
		function a8() { return eval('arguments.length') + arguments[0] }
		function a9(x) { var arguments; return arguments[0] + arguments.length }
		function b1() { [arguments[0], arguments.length] = [1, 2]; return [arguments[0], arguments.length] }
		function b2() { var arguments = 5; return arguments }
		function b3() { arguments = [7]; return arguments[0] + arguments.length }
		function b4() { return arguments.length() }
		function* b5() { yield arguments.length; yield arguments[0] }
		seen.push(a1(1, 2), a2(1), a3(1), a4(function (x) { return this[0] === a4.f && x }, 'text'), a5(1, 2), a6('x', 'y'), a7(1), a8(1), a9(2));
		seen.push(b1(5), b2(), b3());
		try { b4() } catch (e) { seen.push(e.message) }
		seen.push(...b5(4))`,
		"x,y,0,1,1,2,6,true,,object[object Arguments]11,false,t,2,true,2,1,1,2,true,2,2,3,1,2,5,8,arguments.length is not a function,1,4")
	// What apply is is looked up, and errors are the built-in's.
	observe(t, use+`
		function f() { return use.apply(this, arguments) }
		use.apply = function (x, list) { return 'mine' + list.length };
		seen.push(f(1, 2));
		delete use.apply;
		f.call(3, 4);
		function g(h) { try { h.apply(this, arguments) } catch (e) { seen.push(e.message) } }
		try { ({ apply: Function.prototype.apply, f() { this.apply(0, arguments) } }).f() } catch (e) { seen.push(e.name) }
		g(class A {}); g({}); g(Math.max); g(null);
		const through = function () { return arguments.length > 0 && arguments[0].apply(this, arguments) };
		seen.push(through(x => typeof x))`,
		"mine2,3,4,TypeError,Class constructor A cannot be invoked without 'new',h.apply is not a function,Cannot read properties of null (reading 'apply'),function")
	// A getter of Object.prototype sees the object.
	observe(t, `
		Object.defineProperty(Object.prototype, 3, { configurable: true, get() { this[0] = 'changed'; return this.length } });
		function f() { return [arguments[3], arguments[0]] }
		function g(a) { return [arguments[3], a] }
		seen.push(f(1), g(2, 3));
		delete Object.prototype[3]`,
		"1,changed,2,changed")
}

func TestRemainderOfIntegers(t *testing.T) {
	for _, n := range []float64{1, 7, -7, 4.5, -4.5, 1 << 31, 1<<53 + 2, 1 << 62, -(1 << 63), 1 << 63, 1e300, 6, -6} {
		for _, d := range []float64{1, -1, 2, 3, -3, 2.5, 1 << 40, -(1 << 63), 1 << 63, 1e300} {
			got, want := interp.Remainder(n, d), math.Mod(n, d)
			if math.Float64bits(got) != math.Float64bits(want) {
				t.Errorf("%v %% %v = %v, want %v", n, d, got, want)
			}
		}
	}
}

func TestZeroProducts(t *testing.T) {
	observe(t, `
		const mul = (x, y) => x * y, twice = x => x * 2, minus = x => x * -2;
		for (const z of [mul(0, 5), mul(5, 0), mul(0, -5), mul(-5, 0), mul(-1, 0), twice(0), minus(0), twice(-0), mul(-0, -0)])
			seen.push(Object.is(z, -0) ? '-0' : z)`,
		"0,0,-0,-0,-0,0,-0,-0,0")
}

func TestAsyncCallsThatNeverWait(t *testing.T) {
	observe(t, `
		async function leaf(x) { if (x < 0) throw x; return x }
		async function outer() {
			const ps = [leaf(1), leaf(2), leaf(-3), leaf(4)];
			for (const p of ps) try { seen.push(await p) } catch (e) { seen.push('caught' + e) }
			const inner = async () => { await null; return leaf(5) };
			seen.push(await inner(), await leaf(leaf(6)), leaf(7) === leaf(7));
			return leaf(8);
		}
		outer().then(v => seen.push(v))`,
		"1,2,caught-3,4,5,6,false,8")
}

func TestTypedLength(t *testing.T) {
	observe(t, `
		const get = x => x.length, set = (x, v) => { x.extra = v; return x.extra }, inf = x => x.Infinity;
		const u = new Uint8Array(3), P = Object.getPrototypeOf(Uint8Array.prototype);
		for (let i = 0; i < 3; i++) seen.push(get(u), set(u, i), inf(u));
		Object.prototype.Infinity = 'mine';
		seen.push(inf(u));
		delete Object.prototype.Infinity;
		const buffer = new ArrayBuffer(8, { maxByteLength: 16 }), v = new Int16Array(buffer);
		seen.push(get(v)); buffer.resize(4); seen.push(get(v));
		seen.push(get(structuredCloneOf(v)));
		function structuredCloneOf(x) { return { __proto__: P, length: 'own' } }
		try { get(Object.create(P)) } catch (e) { seen.push(e.name) }
		Object.defineProperty(P, 'length', { get() { return 'changed' } });
		seen.push(get(u));
		Object.defineProperty(u, 'length', { value: 7 });
		seen.push(get(u))`,
		"3,0,,3,1,,3,2,,,4,2,own,TypeError,changed,7")
}

func TestEqualityInLoop(t *testing.T) {
	observe(t, `
		const values = [0, -0, 1, 1.5, NaN, '', '0', 'a', 'b', 'a' + String('b'), 'ab', true, false, null, undefined, 1n, Symbol.iterator, [], {}];
		let eq = '', seq = '';
		for (const x of values) for (const y of values) {
			const r = [x == y, !(x != y), x == y ? true : false, x != y ? false : true, y == x];
			const s = [x === y, !(x !== y), x === y ? true : false, x !== y ? false : true, y === x];
			if (new Set(r).size !== 1 || new Set(s).size !== 1) seen.push(typeof x, typeof y);
			eq += +r[0]; seq += +s[0];
		}
		let h = 0;
		for (const c of eq + seq) h = (h * 31 + +c) % 1000003;
		seen.push(h);
		const kind = x => { switch (x) { case 'a': return 1; case 'ab': return 2; case 7: return 3; case 1.5: return 4; case -1: return 5 } return x === 'b' ? 6 : 0 };
		for (const x of values.concat(-1, 7, '7')) seen.push(kind(x));
		const nil = x => x == null ? 1 : 0, not = x => !x;
		for (const x of values) seen.push(nil(x) + (not(x) ? 'n' : 'y'))`,
		"269914,0,0,0,4,0,0,0,1,6,2,2,0,0,0,0,0,0,0,0,5,3,0,0n,0n,0y,0y,0n,0n,0y,0y,0y,0y,0y,0y,0n,1n,1n,0y,0y,0y,0y")
}

func TestSuperCache(t *testing.T) {
	observe(t, `
		class A { m() { return 'A' + this.n } get g() { return 'g' + this.n } static s() { return 's' } }
		class B extends A { n = 1; m() { return super.m() + super.g + super.none } static s() { return super.s() } }
		const call = () => new B().m() + B.s();
		for (let i = 0; i < 3; i++) seen.push(call());
		A.prototype.m = () => 'new';
		seen.push(call());
		delete A.prototype.m;
		try { call() } catch (e) { seen.push(e.name) }
		Object.prototype.m = function () { return 'far' + this.n };
		seen.push(call());
		Object.setPrototypeOf(B.prototype, { m: () => 'other', get g() { return this.n } });
		seen.push(call(), call());
		Object.setPrototypeOf(B.prototype, new Proxy({}, { get: (t, k, r) => k === 'm' ? () => 'proxy' : k + r.n }));
		seen.push(call());
		Object.setPrototypeOf(B.prototype, null);
		try { call() } catch (e) { seen.push(e.message) }
		delete Object.prototype.m`,
		"A1g1undefineds,A1g1undefineds,A1g1undefineds,newg1undefineds,TypeError,far1g1undefineds,other1undefineds,other1undefineds,proxyg1none1s,Cannot read properties of null (reading 'm')")
}
