package parser_test

import (
	"flag"
	"os"
	"strings"
	"testing"

	"github.com/burrowjs/burrow/ast"
	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/parser"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// golden runs the cases of a file in testdata: source, a line ---, and what show
// makes of it; cases are separated by lines ===.
func golden(t *testing.T, name string, show func(string) string) {
	path := "testdata/" + name
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, c := range strings.Split(string(data), "===\n") {
		source, want, _ := strings.Cut(c, "---\n")
		source = strings.TrimSuffix(source, "\n")
		got := strings.TrimSuffix(show(source), "\n") + "\n"
		if got != want && !*update {
			t.Errorf("%s\ngot:\n%swant:\n%s", source, got, want)
		}
		out = append(out, source+"\n---\n"+got)
	}
	if *update {
		if err := os.WriteFile(path, []byte(strings.Join(out, "===\n")), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// parse parses a script, or a module if it says so in its first line.
func parse(source string) (ast.Node, error) {
	text := jstring.FromGo(source)
	if strings.HasPrefix(source, "// module\n") {
		m, err := parser.ParseModule(text, parser.Options{ImportPhases: true})
		return m, err
	}
	s, err := parser.ParseScript(text, parser.Options{})
	return s, err
}

func TestScopes(t *testing.T) {
	golden(t, "scopes.txt", func(source string) string {
		n, err := parse(source)
		if err != nil {
			return err.Error()
		}
		return ast.DumpScopes(n)
	})
}

func TestTrees(t *testing.T) {
	golden(t, "trees.txt", func(source string) string {
		n, err := parse(source)
		if err != nil {
			return err.Error()
		}
		return ast.Sexpr(n)
	})
}

func TestESTree(t *testing.T) {
	golden(t, "estree.txt", func(source string) string {
		n, err := parse(source)
		if err != nil {
			return err.Error()
		}
		return string(ast.ESTree(jstring.FromGo(source), n))
	})
}

// TestErrors holds early errors with V8's wording.
func TestErrors(t *testing.T) {
	golden(t, "errors.txt", func(source string) string {
		if _, err := parse(source); err != nil {
			return err.Error()
		}
		return "no error"
	})
}
