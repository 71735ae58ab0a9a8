package parser_test

import (
	"fmt"
	"testing"

	"github.com/burrowjs/burrow/ast"
	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/parser"
)

// expression returns the S-expression of the only expression of a script.
func expression(t *testing.T, source string) string {
	t.Helper()
	s, err := parser.ParseScript(jstring.FromGo(source), parser.Options{})
	if err != nil {
		t.Errorf("%s: %v", source, err)
		return ""
	}
	return ast.Sexpr(s.Body[0].(*ast.ExpressionStatement).Expression)
}

// TestOperatorPrecedence combines every pair of binary operators: the tighter
// one must be the operand, whatever the order; equal ones group to the left,
// ** to the right.
func TestOperatorPrecedence(t *testing.T) {
	const a, b, c = "(Identifier a)", "(Identifier b)", "(Identifier c)"
	node := func(op, left, right string) string {
		return fmt.Sprintf("(BinaryExpression %s %s %s)", op, left, right)
	}
	for _, x := range ast.BinaryOperators {
		for _, y := range ast.BinaryOperators {
			source := "a " + x.Text + " b " + y.Text + " c"
			want := node(y.Text, node(x.Text, a, b), c)
			if y.Precedence > x.Precedence || x.Text == "**" && y.Text == "**" {
				want = node(x.Text, a, node(y.Text, b, c))
			}
			if got := expression(t, source); got != want {
				t.Errorf("%s: %s", source, got)
			}
		}
		for _, y := range ast.LogicalOperators {
			source := "a " + x.Text + " b " + y.Text + " c"
			want := fmt.Sprintf("(LogicalExpression %s %s %s)", y.Text, node(x.Text, a, b), c)
			if got := expression(t, source); got != want {
				t.Errorf("%s: %s", source, got)
			}
		}
	}
}

// TestMixedLogical tries the pairs of logical operators, of which ?? needs parentheses.
func TestMixedLogical(t *testing.T) {
	for _, x := range ast.LogicalOperators {
		for _, y := range ast.LogicalOperators {
			source := "a " + x.Text + " b " + y.Text + " c"
			_, err := parser.ParseScript(jstring.FromGo(source), parser.Options{})
			if mixed := (x.Text == "??") != (y.Text == "??"); mixed != (err != nil) {
				t.Errorf("%s: %v", source, err)
			}
		}
	}
}

// TestAssignmentOperators tries every assignment operator, which group to the right.
func TestAssignmentOperators(t *testing.T) {
	ops := []ast.AssignOp{ast.AssignPlain, ast.AssignAnd, ast.AssignOr, ast.AssignCoalesce}
	for op := ast.OpAdd; op <= ast.OpBitXor; op++ {
		ops = append(ops, ast.AssignBinary+ast.AssignOp(op))
	}
	for _, op := range ops {
		source := "a " + op.String() + " b " + op.String() + " c"
		want := fmt.Sprintf("(AssignmentExpression %[1]s (Identifier a) (AssignmentExpression %[1]s (Identifier b) (Identifier c)))", op)
		if got := expression(t, source); got != want {
			t.Errorf("%s: %s", source, got)
		}
	}
}

// TestUnaryOperators tries each unary operator before others.
func TestUnaryOperators(t *testing.T) {
	for op := ast.OpDelete; op <= ast.OpNot; op++ {
		source := op.String() + " a.b * c"
		want := fmt.Sprintf("(BinaryExpression * (UnaryExpression %s (MemberExpression (Identifier a) (IdentifierName b))) (Identifier c))", op)
		if got := expression(t, source); got != want {
			t.Errorf("%s: %s", source, got)
		}
		if _, err := parser.ParseScript(jstring.FromGo(op.String()+" a ** b"), parser.Options{}); err == nil {
			t.Errorf("%s a ** b was accepted", op)
		}
	}
}
