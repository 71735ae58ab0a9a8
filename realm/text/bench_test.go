package text_test

import (
	"testing"

	"github.com/burrowjs/burrow/bytecode"
	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/interp"
	"github.com/burrowjs/burrow/realm"
)

// BenchmarkScripts runs a line of script 1000 times per iteration.
func BenchmarkScripts(b *testing.B) {
	for _, bench := range []struct{ name, code string }{
		{"exec", `/(\d+)-(\d+)/.exec('abc 123-456 def')`},
		{"test", `/(\d+)-(\d+)/.test('abc 123-456 def')`},
		{"replace", `'a b c d'.replace(/ /g, '-')`},
		{"replaceFunction", `'a b c d'.replace(/ /g, () => '-')`},
		{"split", `'a b c d'.split(/ /)`},
		{"matchAll", `[...'a b c d'.matchAll(/[a-z]/g)]`},
		{"forOf", `for (const c of 'abcdefgh');`},
	} {
		b.Run(bench.name, func(b *testing.B) {
			r := realm.New(realm.NewAgent())
			source := &bytecode.Source{Text: jstring.FromGo("for (let i = 0; i < 1000; i++) { " + bench.code + " }"), Name: "bench.js"}
			f, err := realm.CompileScript(source, realm.ParseOptions())
			if err != nil {
				b.Fatal(err)
			}
			b.ReportAllocs()
			for b.Loop() {
				if _, err := interp.RunScript(r, f); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
