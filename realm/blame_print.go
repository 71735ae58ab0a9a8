package realm

import (
	"math"
	"strings"

	"github.com/burrowjs/burrow/ast"
	"github.com/burrowjs/burrow/object"
)

// blamer prints an expression for a message as V8 does: names and property chains
// as written, arguments as (...), operators in parentheses, and
// "(intermediate value)" for what has no short form. HOST: wording.
type blamer struct {
	sb       strings.Builder
	depth    int
	nodes    int
	iterated bool // calls are printed without (...), and what is made by new is
}

// Bounds of what is printed: deeper or longer expressions are not worth reading.
const (
	maxBlameDepth = 100
	maxBlameNodes = 1000
)

// printBlamed prints e; iterated if its value is iterated.
func printBlamed(e ast.Expr, iterated bool) string {
	b := &blamer{iterated: iterated}
	b.expr(e)
	return b.sb.String()
}

// expr prints e, or that it is an intermediate value.
func (b *blamer) expr(e ast.Node) {
	before := b.sb.Len()
	b.depth++
	b.nodes++
	if b.depth < maxBlameDepth && b.nodes < maxBlameNodes && e != nil {
		b.node(e)
	}
	b.depth--
	if b.sb.Len() == before {
		b.sb.WriteString(intermediate)
	}
}

// text prints pieces: strings as they are, nodes as expressions.
func (b *blamer) text(pieces ...any) {
	for _, p := range pieces {
		switch p := p.(type) {
		case string:
			b.sb.WriteString(p)
		case ast.Node:
			b.expr(p)
		}
	}
}

func (b *blamer) node(e ast.Node) {
	switch e := e.(type) {
	case *ast.ParenthesizedExpression:
		b.node(ast.Unparen(e))
	case *ast.MemberExpression:
		b.text(e.Object, optional(e.Optional, "."), e.Property.Name.String())
	case *ast.IndexExpression:
		b.index(e)
	case *ast.PrivateMemberExpression:
		b.text(e.Object, optional(e.Optional, ""), "[", e.Property.Name.String(), "]")
	case *ast.SuperProperty:
		if e.Property != nil {
			b.text(intermediate, ".", e.Property.Name.String())
			return
		}
		b.key(e.Index, "")
	case *ast.CallExpression:
		b.call(e.Callee)
	case *ast.TaggedTemplate:
		b.call(e.Tag)
	case *ast.SuperCall:
		b.text("super")
		b.arguments()
	case *ast.NewExpression:
		if b.iterated {
			b.expr(e.Callee)
		}
	case *ast.ImportCall:
		b.text("ImportCall(", e.Source, ")")
	case *ast.SpreadElement:
		b.text("(...", e.Argument, ")")
	case *ast.YieldExpression:
	case *ast.ArrayLiteral:
		b.list("[", "]", e)
	case *ast.ObjectLiteral:
		b.text("{", strings.Repeat(intermediate, min(len(e.Properties), maxBlameDepth)), "}")
	case *ast.ClassNode:
		b.class(e)
	case *ast.ConditionalExpression:
		b.text(intermediate, intermediate, intermediate)
	case *ast.AssignmentExpression:
		b.expr(e.Target)
	default:
		b.operator(e)
	}
}

func optional(yes bool, otherwise string) string {
	if yes {
		return "?."
	}
	return otherwise
}

func (b *blamer) call(callee ast.Expr) {
	b.expr(callee)
	b.arguments()
}

func (b *blamer) arguments() {
	if !b.iterated {
		b.text("(...)")
	}
}

// index prints object[key], with a dot if the key is a string.
func (b *blamer) index(e *ast.IndexExpression) {
	b.expr(e.Object)
	b.key(e.Index, optional(e.Optional, ""))
}

// key prints a key in brackets after "" or "?.".
func (b *blamer) key(key ast.Expr, dot string) {
	if b.sb.Len() == 0 {
		b.text(intermediate)
	}
	if s, ok := stringOf(key); ok {
		if dot == "" {
			dot = "."
		}
		b.text(dot, s)
		return
	}
	b.text(dot, "[", key, "]")
}

// stringOf returns the value of a string literal or a template that is one.
func stringOf(e ast.Node) (string, bool) {
	switch e := e.(type) {
	case *ast.ParenthesizedExpression:
		return stringOf(ast.Unparen(e))
	case *ast.StringLiteral:
		return e.Value.String(), true
	case *ast.TemplateLiteral:
		if len(e.Expressions) == 0 && e.Quasis[0].Cooked != nil {
			return e.Quasis[0].Cooked.String(), true
		}
	}
	return "", false
}

func (b *blamer) list(open, end string, e *ast.ArrayLiteral) {
	b.text(open)
	for i, x := range e.Elements {
		if i > 0 {
			b.text(",")
		}
		if b.nodes >= maxBlameNodes {
			break
		}
		if x == nil {
			b.text(intermediate)
			continue
		}
		b.expr(x)
	}
	b.text(end)
}

// class prints a class: V8 sees its heritage and elements, none of which it names.
func (b *blamer) class(e *ast.ClassNode) {
	n := 0
	if e.SuperClass != nil {
		n++
	}
	for _, el := range e.Elements {
		if el.Kind != ast.ElementStaticBlock && el.Kind != ast.ElementField {
			n++
		}
	}
	b.text(strings.Repeat(intermediate, min(n, maxBlameDepth)))
}

// operator prints literals, names and operators.
func (b *blamer) operator(e ast.Node) {
	if f, ok := constant(e); ok {
		b.text(object.NumberToString(f).String())
		return
	}
	if s, ok := stringOf(e); ok {
		b.text(`"`, s, `"`)
		return
	}
	switch e := e.(type) {
	case *ast.Identifier:
		b.text(e.Name.String())
	case *ast.PrivateIdentifier:
		b.text(e.Name.String())
	case *ast.ThisExpression:
		b.text("this")
	case *ast.NewTarget:
		b.text(".new.target")
	case *ast.NullLiteral:
		b.text("null")
	case *ast.BooleanLiteral:
		b.text(map[bool]string{true: "true", false: "false"}[e.Value])
	case *ast.RegExpLiteral:
		b.text("/", e.Pattern.String(), "/", e.Flags.String())
	case *ast.TemplateLiteral:
		for _, x := range e.Expressions {
			b.expr(x)
		}
	case *ast.UnaryExpression:
		b.unary(e)
	case *ast.UpdateExpression:
		op := "++"
		if e.Decrement {
			op = "--"
		}
		if e.Prefix {
			b.text("(", op, e.Target, ")")
		} else {
			b.text("(", e.Target, op, ")")
		}
	case *ast.BinaryExpression:
		b.binary(e)
	case *ast.LogicalExpression:
		b.logical(e)
	case *ast.SequenceExpression:
		b.text("(")
		for i, x := range e.Expressions {
			if i > 0 {
				b.text(" , ")
			}
			b.expr(x)
		}
		b.text(")")
	case *ast.PrivateInExpression:
		b.text("(", e.Name, " in ", e.Right, ")")
	}
}

func (b *blamer) unary(e *ast.UnaryExpression) {
	switch x := ast.Unparen(e.Operand).(type) {
	case *ast.StringLiteral, *ast.NumericLiteral, *ast.NullLiteral, *ast.BooleanLiteral:
		if e.Op == ast.OpNot {
			b.text(map[bool]string{true: "true", false: "false"}[isFalsyLiteral(x)])
			return
		}
	}
	op := e.Op.String()
	if e.Op <= ast.OpTypeof {
		op += " "
	}
	b.text("(", op, e.Operand, ")")
}

func isFalsyLiteral(e ast.Expr) bool {
	switch e := e.(type) {
	case *ast.StringLiteral:
		return e.Value.Len() == 0
	case *ast.NumericLiteral:
		return e.Value == 0
	case *ast.BooleanLiteral:
		return !e.Value
	}
	return true
}

// binary prints a chain of one operator in one pair of parentheses.
func (b *blamer) binary(e *ast.BinaryExpression) {
	operands := []ast.Expr{e.Right}
	left := e.Left
	for e.Op < ast.OpEq && e.Op != ast.OpExp {
		l, ok := ast.Unparen(left).(*ast.BinaryExpression)
		if _, folds := constant(left); !ok || folds || l.Op != e.Op || len(operands) > maxBlameDepth {
			break
		}
		operands = append(operands, l.Right)
		left = l.Left
	}
	b.chain(append(operands, left), e.Op.String())
}

func (b *blamer) logical(e *ast.LogicalExpression) {
	operands := []ast.Expr{e.Right}
	left := e.Left
	for len(operands) <= maxBlameDepth {
		l, ok := ast.Unparen(left).(*ast.LogicalExpression)
		if !ok || l.Op != e.Op {
			break
		}
		operands = append(operands, l.Right)
		left = l.Left
	}
	b.chain(append(operands, left), e.Op.String())
}

// chain prints operands, last first.
func (b *blamer) chain(operands []ast.Expr, op string) {
	b.text("(")
	for i := len(operands) - 1; i >= 0; i-- {
		b.expr(operands[i])
		if i > 0 {
			b.text(" ", op, " ")
		}
	}
	b.text(")")
}

// constant is the Number that arithmetic on literals is folded to.
func constant(e ast.Node) (float64, bool) { return constantWithin(e, maxBlameDepth) }

func constantWithin(e ast.Node, depth int) (float64, bool) {
	if depth == 0 {
		return 0, false
	}
	switch e := e.(type) {
	case *ast.ParenthesizedExpression:
		return constantWithin(ast.Unparen(e), depth-1)
	case *ast.NumericLiteral:
		return e.Value, true
	case *ast.UnaryExpression:
		f, ok := constantWithin(e.Operand, depth-1)
		switch {
		case !ok:
		case e.Op == ast.OpMinus:
			return -f, true
		case e.Op == ast.OpPlus:
			return f, true
		case e.Op == ast.OpBitNot:
			return float64(^object.Int32OfFloat(f)), true
		}
	case *ast.BinaryExpression:
		r, ok := constantWithin(e.Right, depth-1)
		if !ok {
			break
		}
		if l, ok := constantWithin(e.Left, depth-1); ok {
			return fold(e.Op, l, r)
		}
	}
	return 0, false
}

func fold(op ast.BinaryOp, l, r float64) (float64, bool) {
	a, b := object.Int32OfFloat(l), object.Int32OfFloat(r)
	switch op {
	case ast.OpAdd:
		return l + r, true
	case ast.OpSub:
		return l - r, true
	case ast.OpMul:
		return l * r, true
	case ast.OpDiv:
		return l / r, true
	case ast.OpMod:
		return math.Mod(l, r), true
	case ast.OpExp:
		return math.Pow(l, r), true
	case ast.OpShl:
		return float64(a << (uint32(b) & 31)), true
	case ast.OpSar:
		return float64(a >> (uint32(b) & 31)), true
	case ast.OpShr:
		return float64(uint32(a) >> (uint32(b) & 31)), true
	case ast.OpBitAnd:
		return float64(a & b), true
	case ast.OpBitOr:
		return float64(a | b), true
	case ast.OpBitXor:
		return float64(a ^ b), true
	}
	return 0, false
}

// blamedKey is the text of a key that is not computed.
func blamedKey(key ast.Node) string {
	if s, ok := stringOf(key); ok {
		return s
	}
	switch k := key.(type) {
	case *ast.IdentifierName:
		return k.Name.String()
	case *ast.NumericLiteral:
		return object.NumberToString(k.Value).String()
	case *ast.BigIntLiteral:
		return k.Value().String()
	}
	return ""
}
