package realm_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/burrowjs/burrow/interp"
	"github.com/burrowjs/burrow/object"
	"github.com/burrowjs/burrow/realm"
)

// uncachedSandbox is a class whose objects are ordinary in everything, but have
// a method, so that no site caches what it finds on them.
var uncachedSandbox = &object.Class{Name: "Object", Kind: object.KindOrdinary,
	Get: func(a *object.Agent, o *object.Object, k object.PropertyKey, receiver object.Value) (object.Value, error) {
		return object.OrdinaryGet(a, o, k, receiver)
	}}

// contextPair is a main realm in which `sandbox` is the sandbox of another realm.
type contextPair struct{ main, inner *object.Realm }

func newContextPair(t testing.TB, class *object.Class, setup string) contextPair {
	a := realm.NewAgent()
	main := realm.New(a)
	sandbox := a.NewOf(class, main.Intrinsic(object.IntrinsicObjectPrototype), nil)
	main.GlobalObject.AppendProperty(a, a.Key("sandbox"), object.Obj(sandbox), object.AttrDefault)
	p := contextPair{main, realm.NewContextified(a, sandbox)}
	main.GlobalObject.AppendProperty(a, a.Key("inner"), object.Obj(p.inner.GlobalObject), object.AttrDefault)
	for _, r := range []*object.Realm{main, p.inner} {
		log := a.NewNative(r, "outside", 1, outside)
		r.GlobalObject.AppendProperty(a, a.Key("outside"), object.Obj(log), object.AttrMethod)
	}
	p.run(t, main, setup)
	return p
}

// outside is a function for the inner realm that evaluates a text in the main one.
func outside(c *object.Call) (object.Value, error) {
	text, err := object.ToString(c.Agent, c.Arg(0))
	if err != nil {
		return object.Undefined, err
	}
	main := c.Agent.Realms()[0]
	f, err := main.GlobalObject.Get(c.Agent, c.Agent.Key("eval"))
	if err != nil {
		return object.Undefined, err
	}
	return c.Agent.Call(f, object.Undefined, object.Str(text))
}

func (p contextPair) run(t testing.TB, r *object.Realm, text string) string {
	t.Helper()
	v, err := interp.RunScript(r, compileScript(t, text))
	if err != nil {
		e, ok := object.Catch(err)
		if !ok {
			t.Fatal(err)
		}
		v = e
	}
	s, err := object.ToString(r.Agent, v)
	if err != nil {
		t.Fatal(err)
	}
	return s.String()
}

// contextUses are expressions of the inner realm.
var contextUses = []string{
	`x`, `typeof x`, `x = 5`, `x += 1`, `x++`, `this.x`, `globalThis.x = 6`, `(function () { 'use strict'; x = 8; return x })()`,
	`(function () { 'use strict'; x++; return typeof x })()`, `x === this`, `this.x === globalThis`, `delete x`, `Object.keys(this).join()`,
	`x = this`, `'x' in this`, `var x; x`, `function x() {} typeof x`, `JSON.stringify(Object.getOwnPropertyDescriptor(this, 'x')) + ''`,
	`Math`, `this.Math === Math`, `Math = 1`, `(function () { return x })()`,
}

// contextChanges are what happens to the sandbox between two uses.
var contextChanges = []string{
	``, `sandbox.x = 1`, `sandbox.x = sandbox`, `delete sandbox.x`, `sandbox.other = 1; delete sandbox.other`, `Object.freeze(sandbox)`,
	`Object.defineProperty(sandbox, 'x', { value: 2, writable: false, configurable: true, enumerable: true })`,
	`Object.defineProperty(sandbox, 'x', { get() { return 'got' }, set(v) { sandbox.stored = v }, configurable: true })`,
	`Object.defineProperty(sandbox, 'x', { get() { return sandbox }, configurable: true })`,
	`Object.setPrototypeOf(sandbox, { x: 'inherited' })`, `Object.setPrototypeOf(sandbox, null)`,
	`Object.getPrototypeOf(sandbox) && (Object.getPrototypeOf(sandbox).x = 'proto')`,
	`Object.getPrototypeOf(sandbox) && (delete Object.getPrototypeOf(sandbox).x)`,
	`Object.setPrototypeOf(sandbox, new Proxy({}, { has: (t, k) => k === 'x', get: () => 'trapped' }))`,
	`Object.setPrototypeOf(sandbox, { get x() { return 'accessor' } })`, `Object.setPrototypeOf(sandbox, { x: sandbox })`,
	`for (let i = 0; i < 600; i++) sandbox['k' + i] = i; for (let i = 0; i < 500; i++) delete sandbox['k' + i]`,
	`Object.preventExtensions(sandbox)`, `sandbox.Math = 'mine'`, `inner.x = 'from outside'`,
	`Object.defineProperty(inner, 'x', { value: 'fixed', configurable: true })`, `delete inner.x`, `Object.defineProperty(inner, 'x', { get() { return 'global getter' }, configurable: true })`,
	`inner.Object.prototype.x = 'inner proto'`,
}

// TestContextCachesSame runs uses with changes between them, all pairs of a use and a
// change and others in turn, with sites that cache the sandbox and with sites that do not.
func TestContextCachesSame(t *testing.T) {
	n := 0
	for i, first := range contextUses {
		for j, change := range contextChanges {
			for k := range 2 {
				second := contextUses[(i+j*3+k*5+1)%len(contextUses)]
				change2 := contextChanges[(j+i*7+k*11)%len(contextChanges)]
				third := contextUses[(i*5+j+k*3)%len(contextUses)]
				compareContexts(t, []string{first, second, third}, []string{change, change2})
				n++
			}
		}
	}
	if n < 1000 {
		t.Errorf("%d programs", n)
	}
}

// compareContexts makes functions of the uses, which keep their sites, and calls them around the changes.
func compareContexts(t *testing.T, uses, changes []string) {
	t.Helper()
	var b strings.Builder
	b.WriteString("let log = []; const show = (f) => { let v; try { v = f(); v = v === globalThis ? 'THE GLOBAL' : typeof v === 'object' && v ? 'object' : String(v) } catch (e) { v = e.name + ': ' + e.message } log.push(v) };\n")
	for i, u := range uses {
		if strings.HasPrefix(u, "var ") || strings.HasPrefix(u, "function ") {
			fmt.Fprintf(&b, "const u%d = () => (0, eval)(%q);\n", i, u)
		} else {
			fmt.Fprintf(&b, "const u%d = () => %s;\n", i, u)
		}
	}
	all := "for (let i = 0; i < 2; i++) { " // twice: a site that has cached something is used again
	for i := range uses {
		all += fmt.Sprintf("show(u%d); ", i)
	}
	all += "}\n"
	b.WriteString(all)
	for _, c := range changes {
		fmt.Fprintf(&b, "show(() => outside(%q));\n%s", c, all)
	}
	b.WriteString("log.push(outside('Object.getOwnPropertyNames(sandbox).slice(0, 9).join()')); log.join('\\n')")
	text := b.String()
	cached := newContextPair(t, object.ClassObject, "sandbox.x = 0")
	plain := newContextPair(t, uncachedSandbox, "sandbox.x = 0")
	got, want := cached.run(t, cached.inner, text), plain.run(t, plain.inner, text)
	if got != want {
		t.Errorf("%s\n--- with caches\n%s\n--- without\n%s", text, got, want)
	}
}

// deleteGlobals deletes so many globals, which the sandbox does not have, that the slots of the others are moved.
const deleteGlobals = `for (const g of [this]) for (const k of Reflect.ownKeys(g)) if (!['x', 'use', 'outside', 'keep'].includes(k)) delete g[k]
use.last = true`

// TestContextCacheInvalidation has a case for each reason for which a site of a
// context must not use what it remembers. use is called four times before the change and once after it.
func TestContextCacheInvalidation(t *testing.T) {
	tests := []struct{ name, setup, use, change, want string }{
		{"another value", "sandbox.x = 1", "x", "outside('sandbox.x = 2')", "1 2"},
		{"the sandbox as a value", "sandbox.x = 1", "x === globalThis", "outside('sandbox.x = sandbox')", "false true"},
		{"the sandbox as a value of a property", "sandbox.x = 1", "this.x === globalThis", "outside('sandbox.x = sandbox')", "false true"},
		{"the sandbox on its prototype", "Object.setPrototypeOf(sandbox, { x: 1 })", "x === globalThis", "outside('Object.getPrototypeOf(sandbox).x = sandbox')", "false true"},
		{"deleted on the sandbox", "sandbox.x = 1", "typeof x", "outside('delete sandbox.x')", "number undefined"},
		{"deleted after an assignment", "sandbox.x = 1", "x = x + 1, x", "outside('delete sandbox.x')", "5 6"},
		{"deleted inside", "sandbox.x = 1", "typeof x", "delete x", "number undefined"},
		{"a global hidden by the sandbox", "", "typeof (0, Math)", "outside('sandbox.Math = 1')", "object number"},
		{"a global hidden by a prototype", "", "typeof (0, Math)", "outside('Object.prototype.Math = 1')", "object number"},
		{"a global hidden by a new prototype", "", "typeof (0, Math)", "outside('Object.setPrototypeOf(sandbox, { Math: 1 })')", "object number"},
		{"a prototype hidden by the sandbox", "Object.setPrototypeOf(sandbox, { x: 1 })", "x", "outside('sandbox.x = 2')", "1 2"},
		{"a prototype's property deleted", "Object.setPrototypeOf(sandbox, { x: 1 })", "typeof x", "outside('delete Object.getPrototypeOf(sandbox).x')", "number undefined"},
		{"a global deleted", "", "(() => { try { return typeof (0, Math) } catch (e) { return e.name } })()", "delete Math", "object ReferenceError"},
		{"a global redefined", "", "typeof (0, Math)", "Object.defineProperty(Object.prototype, 'unrelated', { value: 1 }), Math = 1", "object number"},
		{"an accessor", "sandbox.x = 1", "x", "outside('Object.defineProperty(sandbox, `x`, { get() { return 2 } })')", "1 2"},
		{"a setter", "sandbox.x = 1", "x = 3, x", "outside('Object.defineProperty(sandbox, `x`, { get() { return 2 }, set(v) {} })')", "3 2"},
		{"an accessor on the global behind", "sandbox.x = 1", "x = 3, x", "outside('Object.defineProperty(inner, `x`, { get() { return 2 }, configurable: true })')", "3 2"},
		{"read-only", "sandbox.x = 1", "x = x + 1, x", "outside('Object.defineProperty(sandbox, `x`, { writable: false })')", "5 5"},
		{"read-only through a property", "sandbox.x = 1", "this.x = this.x + 1, x", "outside('Object.defineProperty(sandbox, `x`, { writable: false })')", "5 5"},
		{"frozen", "sandbox.x = 1", "x = x + 1, x", "outside('Object.freeze(sandbox)')", "5 5"},
		{"a lexical declaration over the sandbox", "sandbox.x = 1", "x", "let x = 2", "1 2"},
		{"a lexical declaration over a prototype", "Object.setPrototypeOf(sandbox, { x: 1 })", "x", "let x = 2", "1 2"},
		{"a lexical declaration over a built-in", "", "typeof (0, Math)", "let Math = 2", "object number"},
		{"a lexical declaration over an assigned name", "sandbox.x = 1", "x = x + 1, x", "let x = 10", "5 11"},
		{"many properties", "sandbox.x = 1", "x++, x", "outside('for (let i = 0; i < 2000; i++) sandbox[`k` + i] = i')", "5 6"},
		{"properties that come and go", "sandbox.x = 1", "x++, x", "outside('for (let i = 0; i < 2000; i++) { sandbox[`k` + i] = i; delete sandbox[`k` + (i - 3)] }')", "5 6"},
		{"moved slots", "sandbox.a = 0; sandbox.x = 1", "x++, x", "outside('delete sandbox.a; sandbox.b = 7')", "5 6"},
		{"moved slots of the global behind", "sandbox.x = 1", "x++, x", "for (let i = 0; i < 99; i++) { globalThis['k' + i] = i } for (let i = 0; i < 99; i++) { delete globalThis['k' + i] }", "5 6"},
		{"the copy in another slot", "sandbox.x = 1", "x = x + 1, use.last && outside('delete sandbox.x'), x", deleteGlobals, "5 6"},
		{"the copy in another slot, through a property", "sandbox.x = 1", "this.x = x + 1, use.last && outside('delete sandbox.x'), x", deleteGlobals, "5 6"},
		{"a global in another slot", "", "typeof (0, Math)", strings.Replace(deleteGlobals, "keep", "Math", 1), "object object"},
	}
	for _, test := range tests {
		for _, class := range []*object.Class{object.ClassObject, uncachedSandbox} {
			p := newContextPair(t, class, test.setup)
			p.run(t, p.inner, "function use() { return "+test.use+" }")
			p.run(t, p.inner, "for (let i = 0; i < 3; i++) use(); const first = use()")
			p.run(t, p.inner, test.change)
			if got := p.run(t, p.inner, "first + ' ' + use()"); got != test.want {
				t.Errorf("%s (cached: %v): got %s, want %s", test.name, class == object.ClassObject, got, test.want)
			}
		}
	}
}
