package interp_test

import "testing"

// TestPrivateCache uses private names on objects of many shapes, so that what the
// names remember is right, wrong and stale in turn.
func TestPrivateCache(t *testing.T) {
	const class = `class A {
			#x = 1; #m() { return 'm' + this.#x } get #g() { return 'g' + this.#x } set #g(v) { this.#x = v } static #s = 0;
			x() { return this.#x } put(v) { this.#x = v } m() { return this.#m() } g() { return this.#g } setG(v) { this.#g = v }
			setM() { this.#m = 1 } static count() { return ++A.#s } static has(o) { return #x in o } add(n) { this.#x += n; return this }
		}
		`
	observe(t, class+`
		const list = [new A, new A, Object.assign(new A, { a: 1 }), Object.assign(new A, { b: 1, c: 2 })];
		for (let i = 0; i < 3; i++) for (const o of list) { o.put(i); seen.push(o.x() + o.m() + o.g()) }
		for (let i = 0; i < 3; i++) for (const o of list) o.setG(i * 10), o.add(o === list[0] ? 5 : 1);
		seen.push(list.map((o) => o.x()).join(' '), A.count() + A.count())`,
		"0m0g0,0m0g0,0m0g0,0m0g0,1m1g1,1m1g1,1m1g1,1m1g1,2m2g2,2m2g2,2m2g2,2m2g2,25 21 21 21,3")
	// What has no such element, and methods are not written.
	observe(t, class+`
		const a = new A, b = { __proto__: A.prototype };
		for (let i = 0; i < 2; i++) {
			a.x(); a.m(); a.put(7);
			for (const f of [() => b.x(), () => b.put(1), () => b.m(), () => a.setM(), () => new Proxy(a, {}).x(), () => A.prototype.x.call(1)])
				try { f(); seen.push('nothing') } catch (e) { seen.push(e.name) }
		}
		seen.push(A.has(a), A.has(b))`,
		"TypeError,TypeError,TypeError,TypeError,TypeError,TypeError,TypeError,TypeError,TypeError,TypeError,TypeError,TypeError,true,false")
	// One shape changes in place, is a dictionary, or is frozen.
	observe(t, class+`
		const o = new A; let sum = 0;
		for (let i = 0; i < 1200; i++) { o['k' + i] = i; o.add(1); sum += o.x() }
		for (let i = 0; i < 1200; i += 2) { delete o['k' + i]; o.add(1) }
		Object.freeze(o); o.add(1);
		seen.push(sum, o.x(), Object.keys(o).length)`,
		"721800,1802,600")
	// Two classes of one text, and elements stamped on objects of other classes.
	observe(t, `
		const make = (base) => class extends base { #v = 'v'; get() { return this.#v } set(v) { this.#v = v } };
		function Same(o) { return o }
		const B = make(Same), C = make(Same), o = {}, p = [];
		new B(o); new C(o); new B(p);
		const get = B.prototype.get, set = B.prototype.set;
		for (let i = 0; i < 3; i++) { set.call(o, 'o' + i); set.call(p, 'p' + i); seen.push(get.call(o) + get.call(p) + C.prototype.get.call(o)) }
		try { C.prototype.get.call(p) } catch (e) { seen.push(e.name) }
		try { new B(o) } catch (e) { seen.push(e.name) }`,
		"o0p0v,o1p1v,o2p2v,TypeError,TypeError")
	// Accessors throw, recurse and show in stacks as functions of the loop.
	observe(t, `
		class D { #n = 0; get #deep() { if (this.#n++ < 500) return this.#deep + 1; return 0 } get #bad() { throw new Error('bad') } set #only(v) {}
			deep() { return this.#deep } bad() { try { return this.#bad } catch (e) { return e.stack.split('\n')[1].trim().split(' ')[1] } } only() { return this.#only } }
		const d = new D; seen.push(d.deep(), d.bad());
		try { d.only() } catch (e) { seen.push(e.message) }`,
		"500,get,'#only' was defined without a getter")
}
