package ast

import (
	"testing"

	"github.com/burrowjs/burrow/internal/jstring"
)

func TestLineColumn(t *testing.T) {
	source := jstring.FromGo("a\nbc\r\nd\re\u2028f\U0001F600g")
	for _, c := range []struct {
		offset       uint32
		line, column int
	}{{0, 1, 0}, {1, 1, 1}, {2, 2, 0}, {4, 2, 2}, {5, 2, 3}, {6, 3, 0}, {8, 4, 0}, {10, 5, 0}, {13, 5, 3}, {14, 5, 4}} {
		if line, column := LineColumn(source, c.offset); line != c.line || column != c.column {
			t.Errorf("offset %d is at %d:%d, want %d:%d", c.offset, line, column, c.line, c.column)
		}
	}
	if start := NewLines(source).LineStart(4); start != 8 {
		t.Errorf("line 4 starts at %d", start)
	}
}

// TestDeepDumps dumps a tree far deeper than a recursive dump could go.
func TestDeepDumps(t *testing.T) {
	const depth = 200_000
	source := jstring.FromGo("a")
	var e Expr = &Identifier{Span: Span{0, 1}, Name: source}
	for range depth {
		e = &BinaryExpression{Span: Span{0, 1}, Op: OpAdd, Left: e, Right: &ThisExpression{}}
	}
	if n := len(Sexpr(e)); n < depth*20 {
		t.Errorf("S-expression of %d bytes", n)
	}
	if n := len(ESTree(source, e)); n < depth*20 {
		t.Errorf("ESTree of %d bytes", n)
	}
}
