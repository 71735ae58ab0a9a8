package realm_test

import (
	"testing"
	"time"

	"github.com/burrowjs/burrow/bytecode"
	"github.com/burrowjs/burrow/interp"
	"github.com/burrowjs/burrow/object"
	"github.com/burrowjs/burrow/realm"
)

// globalPrograms are scripts whose loop of n iterations uses globals; y, o and n
// are given, in a context as properties of the sandbox.
var globalPrograms = []struct{ name, source string }{
	{"read", `var s = 0; (function () { for (let i = 0, m = n; i < m; i++) s = y })()`},
	{"write", `var x = 1; (function () { for (let i = 0, m = n; i < m; i++) x = i })()`},
	{"compound", `(function () { for (let i = 0, m = n; i < m; i++) { y += 1; y -= 1 } })()`},
	{"increment", `var x = 0; (function () { for (let i = 0, m = n; i < m; i++) { x++; y-- } })()`},
	{"object", `(function () { let s; for (let i = 0, m = n; i < m; i++) s = o })()`},
	{"top-level-loop", `var z = 0; for (var i = 0; i < n; i++) { z = z + 1 }`},
	{"function", `function f(a) { return a } (function () { for (let i = 0, m = n; i < m; i++) f(i) })()`},
	{"built-in", `(function () { for (let i = 0, m = n; i < m; i++) Math.max(i, 1) })()`},
	{"built-in-value", `(function () { let s; for (let i = 0, m = n; i < m; i++) s = Math })()`},
	{"unassigned-var", `var u; (function () { let s; for (let i = 0, m = n; i < m; i++) s = u })()`},
	{"typeof", `(function () { let s; for (let i = 0, m = n; i < m; i++) s = typeof y })()`},
	{"strict-write", `var x = 1; (function () { 'use strict'; for (let i = 0, m = n; i < m; i++) x = i })()`},
	{"this-read", `var s; (function () { for (let i = 0, m = n; i < m; i++) s = this.y })()`},
	{"this-write", `(function () { for (let i = 0, m = n; i < m; i++) this.y = i })()`},
	{"globalThis", `(function () { let s; for (let i = 0, m = n; i < m; i++) s = globalThis.y })()`},
	{"lexical", `let l = 0; (function () { for (let i = 0, m = n; i < m; i++) l = l + 1 })()`},
}

// BenchmarkContextGlobals runs each program in turns in a main realm and in a
// contextified one, and reports how many times longer the second takes.
func BenchmarkContextGlobals(b *testing.B) {
	for _, p := range globalPrograms {
		b.Run(p.name, func(b *testing.B) {
			t := compileScript(b, p.source)
			best := [2]time.Duration{1 << 62, 1 << 62}
			for range 40 {
				for i, r := range newRealmPair() {
					best[i] = min(best[i], timeScript(b, r, t, b.N))
				}
			}
			b.ReportMetric(float64(best[0].Nanoseconds())/float64(b.N), "ns/main")
			b.ReportMetric(float64(best[1].Nanoseconds())/float64(b.N), "ns/context")
			b.ReportMetric(float64(best[1])/float64(best[0]), "ratio")
			b.ReportMetric(0, "ns/op")
		})
	}
}

// newRealmPair returns a main realm and one made of a sandbox, with the same globals.
func newRealmPair() [2]*object.Realm {
	a := realm.NewAgent()
	main := realm.New(a)
	give := func(o *object.Object) {
		o.AppendProperty(a, a.Key("y"), object.IntN(0), object.AttrDefault)
		o.AppendProperty(a, a.Key("o"), object.Obj(a.NewObject(nil)), object.AttrDefault)
	}
	give(main.GlobalObject)
	sandbox := a.NewObject(main.Intrinsic(object.IntrinsicObjectPrototype))
	give(sandbox)
	return [2]*object.Realm{main, realm.NewContextified(a, sandbox)}
}

func timeScript(b *testing.B, r *object.Realm, t *bytecode.Function, n int) time.Duration {
	b.Helper()
	if err := r.GlobalObject.Set(r.Agent, r.Agent.Key("n"), object.IntN(n), true); err != nil {
		b.Fatal(err)
	}
	start := time.Now()
	if _, err := interp.RunScript(r, t); err != nil {
		b.Fatal(err)
	}
	return time.Since(start)
}
