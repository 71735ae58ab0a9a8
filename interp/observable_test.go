package interp_test

import (
	"testing"

	"github.com/burrowjs/burrow/bytecode"
	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/interp"
	"github.com/burrowjs/burrow/object"
	"github.com/burrowjs/burrow/realm"
)

// Short cuts that comments mark OPT must not be observable. These scripts try to
// observe them; each leaves what it saw in the global variable seen.

func observe(t *testing.T, script, want string) {
	t.Helper()
	a := realm.NewAgent()
	r := realm.New(a)
	run := func(text string) object.Value {
		f, err := realm.CompileScript(&bytecode.Source{Text: jstring.FromGo(text)}, realm.ParseOptions())
		if err != nil {
			t.Fatal(err)
		}
		v, err := interp.RunScript(r, f)
		if err == nil {
			err = interp.RunJobs(a, nil)
		}
		if err != nil {
			t.Fatalf("%v\n%s", err, text)
		}
		return v
	}
	run("var seen = []; " + script)
	if got := a.Describe(run("String(seen)")); got != want {
		t.Errorf("%s\nsaw %s, want %s", script, got, want)
	}
}

func TestConstructorPrototypeChange(t *testing.T) {
	observe(t, `
		function F() { this.a = 1 }
		const make = () => new F();
		for (let i = 0; i < 20; i++) make();
		F.prototype = { kind: 'second' };
		seen.push(make().kind, Object.getPrototypeOf(make()) === F.prototype);
		F.prototype = null;
		seen.push(Object.getPrototypeOf(make()) === Object.prototype);
		F.prototype = { kind: 'third' };
		seen.push(make().kind);
		const G = function () {}.bind();
		seen.push(Object.getPrototypeOf(Reflect.construct(F, [], G)) === Object.prototype);
		Object.defineProperty(G, 'prototype', { get() { seen.push('read'); return F.prototype } });
		seen.push(Reflect.construct(F, [], G).kind)`,
		"second,true,true,third,true,read,third")
}

func TestFastIterationObservability(t *testing.T) {
	// The array changes while it is iterated.
	observe(t, `
		const a = [1, 2, 3];
		for (const x of a) { seen.push(x); if (a.length < 6) a.push(x * 10) }`,
		"1,2,3,10,20,30")
	observe(t, `
		const a = [1, 2, 3, 4];
		for (const x of a) { seen.push(x); a.length = 2 }
		for (const x of a) { seen.push(x); a[1] = 'new' }`,
		"1,2,1,new")
	// The iterator's next is replaced on the way: a loop that runs has the old one.
	observe(t, `
		const proto = Object.getPrototypeOf([][Symbol.iterator]()), next = proto.next;
		for (const x of [1, 2, 3]) {
			seen.push(x);
			proto.next = function () { seen.push('next'); return next.call(this) };
		}
		for (const x of [4]) seen.push(x);
		proto.next = next`,
		"1,2,3,next,4,next")
	observe(t, `
		Array.prototype[Symbol.iterator] = function* () { yield 'mine' };
		for (const x of [1]) seen.push(x);
		seen.push(...[2])`,
		"mine,mine")
	observe(t, `
		const a = [1, 2];
		a[Symbol.iterator] = function* () { yield 'own' };
		for (const x of a) seen.push(x)`,
		"own")
	// A hole asks the prototype.
	observe(t, `
		Object.prototype[1] = 'inherited';
		for (const x of [0, , 2]) seen.push(x);
		delete Object.prototype[1]`,
		"0,inherited,2")
	// Leaving the loop calls a return method, if there is one.
	observe(t, `
		Object.getPrototypeOf([][Symbol.iterator]()).return = function () { seen.push('return'); return {} };
		for (const x of [1, 2]) { seen.push(x); break }
		const [y] = [3, 4];
		seen.push(y)`,
		"1,return,return,3")
}

func TestForOfGenerator(t *testing.T) {
	observe(t, `
		function* g() { try { seen.push(typeof (yield 1)); yield 2; return 3 } finally { seen.push('end') } }
		for (const x of g()) seen.push(x);
		for (const x of g()) { seen.push(x); break }
		try { for (const x of g()) throw 'error' } catch (e) { seen.push(e) }`,
		"1,undefined,2,end,1,end,end,error")
	// The method of the generator's prototype is replaced.
	observe(t, `
		function* g() { yield 1; yield 2 }
		g.prototype.next = function () { seen.push('next'); return { done: true } };
		for (const x of g()) seen.push(x)`,
		"next")
	// A running generator cannot be iterated.
	observe(t, `
		let it;
		function* g() { try { for (const x of it) seen.push(x) } catch (e) { seen.push(e.name) } yield 1 }
		it = g();
		for (const x of it) seen.push(x)`,
		"TypeError,1")
}

func TestThenableJobOrder(t *testing.T) {
	observe(t, `
		const log = x => () => seen.push(x);
		Promise.resolve().then(log('a1')).then(log('a2')).then(log('a3')).then(log('a4'));
		(async () => { await null; seen.push('b1'); await Promise.resolve(); seen.push('b2') })();
		new Promise(r => r(Promise.resolve())).then(log('c'));
		(async () => Promise.resolve())().then(log('d'));
		(async () => { await { then(f) { seen.push('thenable'); f() } }; seen.push('e') })()`,
		"a1,b1,thenable,a2,b2,e,a3,c,d,a4")
	// Somebody who changed then sees it called.
	observe(t, `
		const p = Promise.resolve(1);
		p.then = function (f, r) { seen.push('own then'); return Promise.prototype.then.call(this, f, r) };
		(async () => { await p; seen.push('await') })();
		(async () => p)().then(() => seen.push('returned'));`,
		"await,own then,returned")
}

func TestTypedArrayStore(t *testing.T) {
	observe(t, `
		const u = new Uint8Array(2), f = new Float32Array(1), c = new Uint8ClampedArray(1), b = new BigInt64Array(1);
		const store = (a, i, v) => { a[i] = v; return a[i] };
		for (const v of [257, -1, 1.9, NaN, Infinity, '7', 2 ** 40 + 3]) seen.push(store(u, 0, v));
		seen.push(store(f, 0, 0.1) === Math.fround(0.1), store(c, 0, 300), store(c, 0, 1.5), store(b, 0, 2n ** 63n));
		seen.push(store(u, 2, 1), store(u, -1, 1), store(u, '-0', 1));
		try { store(b, 0, 1) } catch (e) { seen.push(e.name) }
		try { store(u, 5, 1n) } catch (e) { seen.push(e.name) }
		store(u, 9, { valueOf() { seen.push('valueOf'); return 1 } });
		seen.push(Object.keys(u).length)`,
		"1,255,1,0,0,7,3,true,255,2,-9223372036854775808,,,,TypeError,TypeError,valueOf,2")
}

// TestSegmentEdge makes calls of all kinds at every depth around the edges of
// stack segments, so that segments are left and entered again.
func TestSegmentEdge(t *testing.T) {
	observe(t, `
		"use strict";
		function leaf(a, b) { let x = a * 2, y = b + 1; return x + y }
		function many(...list) { return list.length + list[list.length - 1] }
		function tail(n, acc) { return n === 0 ? acc : tail(n - 1, acc + n) }
		function spread() { return many.apply(null, arguments) }
		function* gen(n) { for (let i = 0; i < n; i++) yield leaf(i, i) }
		class P { constructor(a) { this.a = a; this.b = leaf(a, 0) } get sum() { return this.a + this.b } }
		const list = Array.from({ length: 40 }, (_, i) => i);
		const fresh = () => leaf(1, 2) + many(...list) + spread(1, 2, 3) + tail(10, 0) + [...gen(5)].length
			+ list.map(x => leaf(x, x)).reduce((x, y) => x + y) + new P(4).sum;
		const want = fresh();
		let wrong = 0, deepest = 0;
		function down(n, a, b, c) {
			const p = [a, b], q = a + b + c;
			if (fresh() !== want) wrong++;
			if (n > 0) down(n - 1, b, c, q % 7);
			if (fresh() !== want || p[0] !== a || p[1] !== b || q !== a + b + c) wrong++;
			deepest = Math.max(deepest, n);
		}
		down(300, 1, 2, 3);
		down(5, 1, 2, 3);
		down(300, 3, 2, 1);
		seen.push(wrong, deepest);
	`, "0,300")
}
