package compiler

import (
	"github.com/burrowjs/burrow/ast"
	"github.com/burrowjs/burrow/bytecode"
)

// comparison lists the jumps of a comparison: if true, if false, and for an
// immediate on the right, both again; swapped is the operator with the
// operands exchanged.
type comparison struct {
	yes, no, yesImm, noImm bytecode.Op
	swapped                ast.BinaryOp
}

var comparisons = map[ast.BinaryOp]comparison{
	ast.OpLt:       {bytecode.OpJLT, bytecode.OpJNLT, bytecode.OpJLTI, bytecode.OpJNLTI, ast.OpGt},
	ast.OpLe:       {bytecode.OpJLE, bytecode.OpJNLE, bytecode.OpJLEI, bytecode.OpJNLEI, ast.OpGe},
	ast.OpGt:       {bytecode.OpJGT, bytecode.OpJNGT, bytecode.OpJGTI, bytecode.OpJNGTI, ast.OpLt},
	ast.OpGe:       {bytecode.OpJGE, bytecode.OpJNGE, bytecode.OpJGEI, bytecode.OpJNGEI, ast.OpLe},
	ast.OpEq:       {bytecode.OpJEQ, bytecode.OpJNE, 0, 0, ast.OpEq},
	ast.OpNe:       {bytecode.OpJNE, bytecode.OpJEQ, 0, 0, ast.OpNe},
	ast.OpStrictEq: {bytecode.OpJSEQ, bytecode.OpJSNE, bytecode.OpJSEQI, bytecode.OpJSNEI, ast.OpStrictEq},
	ast.OpStrictNe: {bytecode.OpJSNE, bytecode.OpJSEQ, bytecode.OpJSNEI, bytecode.OpJSEQI, ast.OpStrictNe},
}

// cond jumps to l if ToBoolean(e) is want; otherwise control goes on. A bound
// label is the head of a loop.
func (f *funcState) cond(e ast.Expr, want bool, l *label) {
	mark := f.next
	defer f.release(mark)
	for {
		e = ast.Unparen(e)
		u, ok := e.(*ast.UnaryExpression)
		if !ok || u.Op != ast.OpNot {
			break
		}
		e, want = u.Operand, !want
	}
	switch x := e.(type) {
	case *ast.BooleanLiteral:
		if x.Value == want {
			f.jump(l)
		}
		return
	case *ast.NumericLiteral:
		if (x.Value != 0 && x.Value == x.Value) == want {
			f.jump(l)
		}
		return
	case *ast.LogicalExpression:
		if x.Op != ast.OpCoalesce {
			f.condLogical(x, want, l)
			return
		}
	case *ast.SequenceExpression:
		last := len(x.Expressions) - 1
		for _, y := range x.Expressions[:last] {
			f.effect(y)
		}
		f.cond(x.Expressions[last], want, l)
		return
	case *ast.BinaryExpression:
		if c, ok := comparisons[x.Op]; ok {
			f.condCompare(x, c, want, l)
			return
		}
	}
	r := f.any(e)
	f.branch(truthJump(want), r, 0, l)
}

func truthJump(want bool) bytecode.Op {
	if want {
		return bytecode.OpJTRUE
	}
	return bytecode.OpJFALSE
}

// condLogical compiles && and || as jumps.
func (f *funcState) condLogical(e *ast.LogicalExpression, want bool, l *label) {
	operands := logicalOperands(e)
	decides := e.Op == ast.OpOr // the value of an operand that ends the chain
	skip := &label{}
	for i, x := range operands {
		switch {
		case i == len(operands)-1:
			f.cond(x, want, l)
		case decides == want:
			f.cond(x, want, l)
		default:
			f.cond(x, decides, skip)
		}
	}
	f.bind(skip)
}

// condCompare compiles a comparison as a fused jump.
func (f *funcState) condCompare(e *ast.BinaryExpression, c comparison, want bool, l *label) {
	op := func(c comparison) (reg, imm bytecode.Op) {
		if want {
			return c.yes, c.yesImm
		}
		return c.no, c.noImm
	}
	reg, imm := op(c)
	equality := e.Op == ast.OpStrictEq || e.Op == ast.OpStrictNe
	left, right := e.Left, e.Right
	if swapped, ok := comparisons[c.swapped]; ok && imm != 0 {
		_, isNumber := immediate(left)
		_, isString := ast.Unparen(left).(*ast.StringLiteral)
		if isNumber || equality && (isString || f.isUndefined(ast.Unparen(left))) {
			left, right = right, left
			reg, imm = op(swapped)
		}
	}
	if imm != 0 {
		if v, ok := immediate(right); ok {
			r := f.any(left)
			f.at(e.Start)
			f.branch(imm, r, v, l)
			return
		}
	}
	if equality {
		yes := (e.Op == ast.OpStrictEq) == want
		if f.isUndefined(ast.Unparen(right)) {
			r := f.any(left)
			f.branch(pick(yes, bytecode.OpJUNDEF, bytecode.OpJNOTUNDEF), r, 0, l)
			return
		}
		if k, ok := f.literalConst(right, true); ok {
			r := f.any(left)
			f.branch(pick(yes, bytecode.OpJSEQK, bytecode.OpJSNEK), r, k, l)
			return
		}
	}
	a := f.stable(left, right)
	b := f.any(right)
	f.at(e.Start)
	f.branch(reg, a, b, l)
}

func pick(yes bool, a, b bytecode.Op) bytecode.Op {
	if yes {
		return a
	}
	return b
}
