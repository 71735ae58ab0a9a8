package realm_test

import (
	"testing"

	"github.com/burrowjs/burrow/bytecode"
	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/interp"
	"github.com/burrowjs/burrow/object"
	"github.com/burrowjs/burrow/realm"
)

// dispatchLoops are functions of n whose loop has a handful of instructions: the
// time per operation is that of one iteration. docs/PERFORMANCE.md has the table.
var dispatchLoops = []struct {
	name, source string
	instructions float64 // executed in one iteration
}{
	{"int", `(function (n) { let s = 0; for (let i = 0; i < n; i++) s = s + i | 0; return s })`, 4},
	{"float", `(function (n) { let x = 1.5; for (let i = 0; i < n; i++) x = x * 0.999 + 0.25; return x })`, 4},
	{"property", `(function (n) { const o = { c: 0 }; for (let i = 0; i < n; i++) o.c = o.c + 1; return o.c })`, 5},
	{"array", `(function (n) { const a = []; for (let i = 0; i < 128; i++) a[i] = i; let s = 0; for (let i = 0; i < n; i++) s = s + a[i & 127]; return s })`, 5},
	{"call", `(function (n) { const f = x => x; let s = 0; for (let i = 0; i < n; i++) s = f(i); return s })`, 7},
	{"native", `(function (n) { const f = Math.abs; let s = 0; for (let i = 0; i < n; i++) s = f(i); return s })`, 6},
}

func BenchmarkDispatch(b *testing.B) {
	for _, l := range dispatchLoops {
		b.Run(l.name, func(b *testing.B) {
			a := realm.NewAgent()
			r := realm.New(a)
			f, err := interp.RunScript(r, compileScript(b, l.source))
			if err != nil {
				b.Fatal(err)
			}
			b.ResetTimer()
			if _, err := a.Call(f, object.Undefined, object.IntN(b.N)); err != nil {
				b.Fatal(err)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/l.instructions, "ns/instr")
		})
	}
}

// TestDispatchLoops compares the instruction counts of the benchmark with the code.
func TestDispatchLoops(t *testing.T) {
	for _, l := range dispatchLoops {
		f := compileScript(t, l.source).Functions[0]
		last := -1
		for pc, in := range f.Code {
			if in.Op == bytecode.OpLOOPLT {
				last = pc
			}
		}
		if last < 0 {
			t.Fatalf("%s: no loop", l.name)
		}
		in := f.Code[last]
		n := -int(int16(in.C))
		if len(f.Functions) > 0 {
			n += len(f.Functions[0].Code) - 1 // without the padding
		}
		if float64(n) != l.instructions {
			t.Errorf("%s: %d instructions in an iteration, not %v", l.name, n, l.instructions)
		}
	}
}

// BenchmarkNewRealm is what a context costs before its script does anything.
func BenchmarkNewRealm(b *testing.B) {
	a := realm.NewAgent()
	t := compileScript(b, "1 + 1")
	b.ReportAllocs()
	for b.Loop() {
		if _, err := interp.RunScript(realm.New(a), t); err != nil {
			b.Fatal(err)
		}
	}
}

func compileScript(t testing.TB, text string) *bytecode.Function {
	t.Helper()
	f, err := realm.CompileScript(&bytecode.Source{Text: jstring.FromGo(text)}, realm.ParseOptions())
	if err != nil {
		t.Fatal(err)
	}
	return f
}
