package compiler_test

import (
	"bytes"
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/burrowjs/burrow/ast"
	"github.com/burrowjs/burrow/bytecode"
	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/lexer"
	"github.com/burrowjs/burrow/parser"
)

var fenced = regexp.MustCompile("(?ms)^```(\\w+)\n(.*?)^```$")

// TestTour compares what docs/TOUR.md shows of each program with what the stages
// print. White space may differ: the tour breaks lines.
func TestTour(t *testing.T) {
	text, err := os.ReadFile("../docs/TOUR.md")
	if err != nil {
		t.Fatal(err)
	}
	program, shown := "", 0
	for _, block := range fenced.FindAllStringSubmatch(strings.ReplaceAll(string(text), "\r\n", "\n"), -1) {
		kind, want := block[1], block[2]
		if kind == "js" {
			program = want
			continue
		}
		shown++
		got := tourStage(t, kind, program)
		if words := strings.Fields(got); kind == "tokens" && strings.Contains(strings.Join(words, " "), strings.Join(strings.Fields(want), " ")) {
			continue
		}
		if tight(got) != tight(want) {
			t.Errorf("%s of\n%s\ngot:\n%s\nthe tour says:\n%s", kind, program, got, want)
		}
	}
	if shown < 6 {
		t.Errorf("only %d blocks found", shown)
	}
}

// tight drops what differs when lines are broken elsewhere.
func tight(s string) string { return strings.Join(strings.Fields(s), " ") }

func tourStage(t *testing.T, kind, program string) string {
	t.Helper()
	source := jstring.FromGo(program)
	if kind == "tokens" {
		var b strings.Builder
		l := lexer.NewLexer(lexer.NewText(source), 0, source.Len(), &lexer.Names{})
		for l.Next(); l.Tok.Kind != lexer.EOF && l.Err == nil; l.Next() {
			fmt.Fprintf(&b, "%d-%d %s\n", l.Tok.Start, l.Tok.End, source.Substring(int(l.Tok.Start), int(l.Tok.End)))
		}
		return b.String()
	}
	script, err := parser.ParseScript(source, parser.Options{})
	if err != nil {
		t.Fatal(err)
	}
	switch kind {
	case "ast":
		return ast.Sexpr(script)
	case "scopes":
		return ast.DumpScopes(script)
	case "bytecode":
		var b bytes.Buffer
		if err := bytecode.Disassemble(&b, compileScript(t, program)); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	t.Fatalf("unknown kind of block %q", kind)
	return ""
}
