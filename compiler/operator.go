package compiler

import (
	"github.com/burrowjs/burrow/ast"
	"github.com/burrowjs/burrow/bytecode"
)

// binaryForms lists the instructions of a binary operator: for registers, for an
// immediate on the right, a constant on the right, a constant on the left.
// swap tells that an immediate on the left may change sides.
type binaryForms struct {
	reg, imm, constRight, constLeft bytecode.Op
	swap                            bool
}

var binaryOps = [...]binaryForms{
	ast.OpAdd:        {bytecode.OpADD, bytecode.OpADDI, bytecode.OpADDK, bytecode.OpKADD, false},
	ast.OpSub:        {bytecode.OpSUB, bytecode.OpSUBI, bytecode.OpSUBK, bytecode.OpKSUB, false},
	ast.OpMul:        {bytecode.OpMUL, bytecode.OpMULI, bytecode.OpMULK, 0, true},
	ast.OpDiv:        {bytecode.OpDIV, bytecode.OpDIVI, bytecode.OpDIVK, 0, false},
	ast.OpMod:        {bytecode.OpMOD, bytecode.OpMODI, 0, 0, false},
	ast.OpExp:        {bytecode.OpEXP, 0, 0, 0, false},
	ast.OpShl:        {bytecode.OpSHL, bytecode.OpSHLI, 0, 0, false},
	ast.OpSar:        {bytecode.OpSHR, bytecode.OpSHRI, 0, 0, false},
	ast.OpShr:        {bytecode.OpUSHR, bytecode.OpUSHRI, 0, 0, false},
	ast.OpBitAnd:     {bytecode.OpBITAND, bytecode.OpANDI, 0, 0, true},
	ast.OpBitOr:      {bytecode.OpBITOR, bytecode.OpORI, 0, 0, true},
	ast.OpBitXor:     {bytecode.OpBITXOR, bytecode.OpXORI, 0, 0, true},
	ast.OpEq:         {bytecode.OpEQ, 0, 0, 0, false},
	ast.OpNe:         {bytecode.OpNE, 0, 0, 0, false},
	ast.OpStrictEq:   {bytecode.OpSEQ, 0, 0, 0, false},
	ast.OpStrictNe:   {bytecode.OpSNE, 0, 0, 0, false},
	ast.OpLt:         {bytecode.OpLT, 0, 0, 0, false},
	ast.OpLe:         {bytecode.OpLE, 0, 0, 0, false},
	ast.OpGt:         {bytecode.OpGT, 0, 0, 0, false},
	ast.OpGe:         {bytecode.OpGE, 0, 0, 0, false},
	ast.OpIn:         {bytecode.OpIN, 0, 0, 0, false},
	ast.OpInstanceof: {bytecode.OpINSTANCEOF, 0, 0, 0, false},
}

// numericValue returns the value of a numeric literal, also with a minus before it.
func numericValue(e ast.Expr) (float64, bool) {
	switch e := ast.Unparen(e).(type) {
	case *ast.NumericLiteral:
		return e.Value, true
	case *ast.UnaryExpression:
		if n, ok := ast.Unparen(e.Operand).(*ast.NumericLiteral); ok && e.Op == ast.OpMinus {
			return -n.Value, true
		}
	}
	return 0, false
}

// immediate returns the value of a literal that fits an immediate operand.
func immediate(e ast.Expr) (int, bool) {
	v, ok := numericValue(e)
	if !ok || !isInt16(v) {
		return 0, false
	}
	return int(v), true
}

// literalConst returns the constant of a Number literal, or of a String literal if
// strings is set, if its index fits in 16 bits.
func (f *funcState) literalConst(e ast.Expr, strings bool) (int, bool) {
	k := maxLowConsts
	if v, ok := numericValue(e); ok {
		k = f.numberConst(v)
	} else if s, ok := ast.Unparen(e).(*ast.StringLiteral); ok && strings {
		k = f.stringConst(s.Value)
	}
	return k, k < maxLowConsts
}

// binary evaluates a binary expression into dst. Left operands nest deeply.
func (f *funcState) binary(e *ast.BinaryExpression, dst int) {
	chain := []*ast.BinaryExpression{e}
	for {
		l, ok := ast.Unparen(chain[len(chain)-1].Left).(*ast.BinaryExpression)
		if !ok {
			break
		}
		chain = append(chain, l)
	}
	mark := f.next
	acc := noReg
	for i := len(chain) - 1; i >= 0; i-- {
		x := chain[i]
		if acc == noReg {
			if i == 0 {
				f.binaryFirst(x, dst)
				return
			}
			acc = f.alloc()
			f.binaryFirst(x, acc)
			f.release(acc + 1)
			continue
		}
		out := acc
		if i == 0 {
			out = dst
		}
		f.binaryRight(x.Op, acc, x.Right, out, x.Start)
		f.release(acc + 1)
	}
	f.release(mark)
}

// binaryFirst evaluates a binary expression whose left operand is not another one.
func (f *funcState) binaryFirst(e *ast.BinaryExpression, dst int) {
	forms := binaryOps[e.Op]
	if forms.swap {
		if v, ok := immediate(e.Left); ok {
			r := f.any(e.Right)
			f.at(e.Start)
			f.emit(forms.imm, dst, r, v)
			return
		}
	}
	if forms.constLeft != 0 {
		if k, ok := f.literalConst(e.Left, e.Op == ast.OpAdd); ok {
			r := f.any(e.Right)
			f.at(e.Start)
			f.emit(forms.constLeft, dst, k, r)
			return
		}
	}
	left := f.stable(e.Left, e.Right)
	f.binaryRight(e.Op, left, e.Right, dst, e.Start)
}

// binaryRight applies op to the register left and the expression right.
func (f *funcState) binaryRight(op ast.BinaryOp, left int, right ast.Expr, dst int, pos uint32) {
	forms := binaryOps[op]
	if forms.imm != 0 {
		if v, ok := immediate(right); ok {
			f.at(pos)
			f.emit(forms.imm, dst, left, v)
			return
		}
	}
	if forms.constRight != 0 {
		if k, ok := f.literalConst(right, op == ast.OpAdd); ok {
			f.at(pos)
			f.emit(forms.constRight, dst, left, k)
			return
		}
	}
	r := f.any(right)
	f.at(pos)
	f.emit(forms.reg, dst, left, r)
}

var unaryOps = [...]bytecode.Op{
	ast.OpPlus: bytecode.OpPLUS, ast.OpMinus: bytecode.OpNEG, ast.OpBitNot: bytecode.OpBITNOT, ast.OpNot: bytecode.OpNOT, ast.OpTypeof: bytecode.OpTYPEOF,
}

func (f *funcState) unary(e *ast.UnaryExpression, dst int) {
	switch e.Op {
	case ast.OpDelete:
		f.delete(e, dst)
		return
	case ast.OpVoid:
		f.effect(e.Operand)
		f.loadUndefined(dst)
		return
	case ast.OpTypeof:
		if f.typeofName(e.Operand, dst) {
			return
		}
	case ast.OpMinus:
		if v, ok := numericValue(e); ok {
			f.loadNumber(dst, v)
			return
		}
	case ast.OpNot:
		switch x := ast.Unparen(e.Operand).(type) {
		case *ast.LogicalExpression, *ast.BinaryExpression, *ast.UnaryExpression:
			f.condValue(x, dst)
			return
		}
	}
	r := f.any(e.Operand)
	f.at(e.Start)
	f.emit(unaryOps[e.Op], dst, r, 0)
}

// condValue sets dst to !e.
func (f *funcState) condValue(e ast.Expr, dst int) {
	no, end := &label{}, &label{}
	f.cond(e, true, no)
	f.emit(bytecode.OpLOADTRUE, dst, 0, 0)
	f.jump(end)
	f.bind(no)
	f.emit(bytecode.OpLOADFALSE, dst, 0, 0)
	f.bind(end)
}

// typeofName evaluates typeof of a name that may not exist.
func (f *funcState) typeofName(e ast.Expr, dst int) bool {
	id, ok := ast.Unparen(e).(*ast.Identifier)
	if !ok {
		return false
	}
	kind := global
	if id.Binding != nil {
		if kind = f.variable(id.Binding).kind; kind != global && kind != dynamic {
			return false
		}
	} else if f.dynamicNames {
		kind = dynamic
	}
	f.at(id.Start)
	if i, ok := f.globalSite(id.Name); ok && kind == global {
		f.emit(bytecode.OpTYPEOFGLOBAL, dst, i, 0)
		return true
	}
	f.lookup(bytecode.ExtLOOKUPTYPEOF, dst, id.Name)
	return true
}

// delete evaluates 13.5.1.2 into dst.
func (f *funcState) delete(e *ast.UnaryExpression, dst int) {
	f.at(e.Start)
	switch x := ast.Unparen(e.Operand).(type) {
	case *ast.Identifier:
		if x.Binding != nil {
			if kind := f.variable(x.Binding).kind; kind != global && kind != dynamic {
				f.loadBool(dst, false)
				return
			}
		}
		f.lookup(bytecode.ExtLOOKUPDEL, dst, x.Name)
	case *ast.MemberExpression, *ast.IndexExpression:
		f.deleteProperty(x, dst, nil)
	case *ast.OptionalChain:
		none, end := &label{}, &label{}
		f.deleteProperty(x.Expression, dst, none)
		f.jump(end)
		f.bind(none)
		f.loadBool(dst, true)
		f.bind(end)
	case *ast.SuperProperty:
		f.release(f.thisValue() + 1)
		if x.Index != nil {
			f.effect(x.Index)
		}
		f.at(e.Start)
		f.ext(bytecode.ExtDELSUPER, 0, 0, 0)
		f.loadBool(dst, true)
	default:
		f.effect(x)
		f.loadBool(dst, true)
	}
}

// deleteProperty deletes a property reference; none is where an optional
// chain goes that ends early.
func (f *funcState) deleteProperty(e ast.Expr, dst int, none *label) {
	switch x := e.(type) {
	case *ast.MemberExpression:
		obj := f.chainObject(x.Object, x.Optional, none)
		key := f.alloc()
		f.loadString(key, x.Property.Name)
		f.at(x.Property.Start)
		f.ext(bytecode.ExtDELFIELD, dst, obj, key)
	case *ast.IndexExpression:
		obj := f.chainObject(x.Object, x.Optional, none, x.Index)
		key := f.any(x.Index)
		f.at(x.Start)
		f.ext(bytecode.ExtDELFIELD, dst, obj, key)
	default:
		mark := f.next
		t := f.alloc()
		f.chain(e, t, none)
		f.release(mark)
		f.loadBool(dst, true)
	}
}

// chainObject evaluates the object of the last link of a chain.
func (f *funcState) chainObject(e ast.Expr, optional bool, none *label, later ...ast.Node) int {
	var r int
	if none != nil && isChain(e) {
		r = f.alloc()
		f.chain(e, r, none)
	} else {
		r = f.stable(e, later...)
	}
	if optional {
		f.branch(bytecode.OpJNULLISH, r, 0, none)
	}
	return r
}
