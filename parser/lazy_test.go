package parser_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/burrowjs/burrow/ast"
	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/lexer"
	"github.com/burrowjs/burrow/parser"
)

// describe returns the tree of a function with what each identifier refers to.
func describe(f *ast.FunctionNode) string {
	var b strings.Builder
	ast.Walk(f, func(n ast.Node, enter bool) bool {
		switch n := n.(type) {
		case *ast.Identifier:
			if !enter || n == f.Name {
				break
			}
			fmt.Fprintf(&b, "%d %s", n.Start, n.Name.String())
			if x := n.Binding; x != nil {
				fmt.Fprintf(&b, " -> %s %d %v", x.Kind, x.DeclPos, n.NeedsTDZ)
			}
			b.WriteByte('\n')
		case *ast.PrivateIdentifier:
			if enter && n.Private != nil {
				fmt.Fprintf(&b, "%s in %d\n", n.Name.String(), n.Private.Scope.Start)
			}
		case *ast.FunctionNode:
			if enter {
				var captures []string
				for _, c := range n.Captures {
					captures = append(captures, fmt.Sprintf("%s %d", c.Name, c.DeclPos))
				}
				slices.Sort(captures)
				fmt.Fprintf(&b, "function %d %d uses %x captures %v\n", n.Start, n.Stop, n.Uses, captures)
			}
		}
		return true
	})
	return b.String()
}

// TestParseInnerFunction parses each function of the golden files' sources, and of
// the files in BURROW_PARSE_FILE, by itself: the result must be that of the whole.
func TestParseInnerFunction(t *testing.T) {
	var sources []string
	for _, name := range []string{"trees.txt", "scopes.txt", "inner.txt"} {
		data, err := os.ReadFile("testdata/" + name)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range strings.Split(string(data), "===\n") {
			source, _, _ := strings.Cut(c, "\n---\n")
			sources = append(sources, source)
		}
	}
	if names := os.Getenv("BURROW_PARSE_FILE"); names != "" {
		for _, name := range strings.Split(names, ",") {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			sources = append(sources, string(data))
		}
	}
	functions, failures := 0, 0
	for _, source := range sources {
		root, err := parse(source)
		if err != nil {
			continue
		}
		text := lexer.NewText(jstring.FromGo(source))
		ast.Walk(root, func(n ast.Node, enter bool) bool {
			f, ok := n.(*ast.FunctionNode)
			if !ok || !enter || failures > 5 {
				return true
			}
			functions++
			if len(source) > 1e5 && functions%101 != 0 {
				return true // a sample
			}
			again, err := parser.ParseInnerFunction(text, parser.Inner(f), parser.Options{})
			part := ast.Text(text.Source, f).String()
			if err != nil {
				failures++
				t.Errorf("%.300s: %v", part, err)
			} else if got, want := describe(again), describe(f); got != want || len(part) < 10000 && ast.Sexpr(again) != ast.Sexpr(f) {
				failures++
				t.Errorf("%.300s\ngot\n%.2000s\nwant\n%.2000s", part, got, want)
			}
			return true
		})
	}
	t.Logf("%d functions", functions)
	if functions < 30 {
		t.Error("too few functions")
	}
}
