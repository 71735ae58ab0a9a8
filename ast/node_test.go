package ast

import (
	"testing"

	"github.com/burrowjs/burrow/internal/jstring"
)

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
