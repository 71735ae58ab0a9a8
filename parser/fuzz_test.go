package parser_test

import (
	"os"
	"strings"
	"testing"

	"github.com/burrowjs/burrow/ast"
	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/parser"
)

// FuzzParse checks that parsing any text, as a script and as a module, ends
// without a panic, that it is deterministic, and that positions are in order:
// children lie within their parents.
func FuzzParse(f *testing.F) {
	for _, name := range []string{"trees.txt", "scopes.txt", "errors.txt"} {
		data, err := os.ReadFile("testdata/" + name)
		if err != nil {
			f.Fatal(err)
		}
		for _, c := range strings.Split(string(data), "===\n") {
			source, _, _ := strings.Cut(c, "---\n")
			f.Add(source)
		}
	}
	f.Fuzz(func(t *testing.T, source string) {
		text := jstring.FromGo(source)
		opts := parser.Options{MaxDepth: 300, ImportPhases: true, LegacyAssert: true}
		if s, err := parser.ParseScript(text, opts); err == nil {
			checkTree(t, s)
			again, err := parser.ParseScript(text, opts)
			if err != nil || ast.Sexpr(s) != ast.Sexpr(again) || ast.DumpScopes(s) != ast.DumpScopes(again) {
				t.Error("two parses differ")
			}
		}
		if m, err := parser.ParseModule(text, opts); err == nil {
			checkTree(t, m)
		}
		parser.ParseEval(text, parser.Options{MaxDepth: 300, Eval: &parser.EvalContext{InFunction: true}})
		parser.ParseFunction(parser.DynamicAsyncGenerator, text, text, opts)
	})
}

// checkTree checks the positions of a tree and that its dumps can be made.
func checkTree(t *testing.T, root ast.Node) {
	type span struct{ start, end uint32 }
	var stack []span
	ast.Walk(root, func(n ast.Node, enter bool) bool {
		if !enter {
			stack = stack[:len(stack)-1]
			return true
		}
		s := span{n.Pos(), n.End()}
		if s.start > s.end {
			t.Errorf("%s from %d to %d", ast.TypeName(n), s.start, s.end)
		}
		if len(stack) > 0 {
			if o := stack[len(stack)-1]; s.start < o.start || s.end > o.end {
				t.Errorf("%s from %d to %d in a node from %d to %d", ast.TypeName(n), s.start, s.end, o.start, o.end)
			}
		}
		stack = append(stack, s)
		return true
	})
	ast.Sexpr(root)
}
