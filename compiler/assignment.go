package compiler

import (
	"github.com/burrowjs/burrow/ast"
	"github.com/burrowjs/burrow/bytecode"
)

// targetName returns the identifier that a target is, without parentheses, whose
// name an anonymous function takes.
func targetName(p ast.Pattern) *ast.Identifier {
	id, _ := p.(*ast.Identifier)
	return id
}

// isPattern reports whether a target is destructured.
func isPattern(p ast.Pattern) bool {
	switch p.(type) {
	case *ast.ArrayPattern, *ast.ObjectPattern:
		return true
	}
	return false
}

// localTarget returns the register of a target that is a variable in a register
// which can be assigned without checks, or noReg.
func (f *funcState) localTarget(p ast.Pattern) int {
	id, ok := ast.UnparenPattern(p).(*ast.Identifier)
	if !ok || id.Binding == nil || id.NeedsTDZ || id.Binding.Kind.IsImmutable() {
		return noReg
	}
	return f.ownRegister(id.Binding)
}

// assignToRegister performs an assignment to a local variable and returns its
// register; it returns noReg, having done nothing, for other assignments.
func (f *funcState) assignToRegister(e *ast.AssignmentExpression) int {
	r := f.localTarget(e.Target)
	if r == noReg {
		return noReg
	}
	if _, logical := e.Op.Logical(); logical {
		return noReg
	}
	f.assignLocal(e, r)
	return r
}

// assignLocal assigns to the local variable in register r.
func (f *funcState) assignLocal(e *ast.AssignmentExpression, r int) {
	mark := f.next
	if op, ok := e.Op.Binary(); ok {
		left := r
		if mayAssign(e.Value) {
			left = f.alloc()
			f.move(left, r)
		}
		f.binaryRight(op, left, e.Value, r, e.Start)
		f.release(mark)
		return
	}
	if writesLast(e.Value) {
		f.namedTarget(e.Value, e.Target, r)
	} else {
		t := f.alloc()
		f.namedTarget(e.Value, e.Target, t)
		f.move(r, t)
	}
	f.release(mark)
}

// namedTarget evaluates the value for a target, which may give it its name.
func (f *funcState) namedTarget(value ast.Expr, target ast.Pattern, dst int) {
	if id := targetName(target); id != nil {
		f.named(value, id.Name, dst)
		return
	}
	f.to(value, dst)
}

// assignEffect performs an assignment whose value is not used.
func (f *funcState) assignEffect(e *ast.AssignmentExpression) {
	mark := f.next
	if f.assignToRegister(e) == noReg {
		f.assignGeneral(e, noReg)
	}
	f.release(mark)
}

// assign performs an assignment and leaves its value in dst.
func (f *funcState) assign(e *ast.AssignmentExpression, dst int) {
	if r := f.assignToRegister(e); r != noReg {
		f.move(dst, r)
		return
	}
	f.assignGeneral(e, dst)
}

// assignGeneral performs any assignment; dst is noReg if the value is not used.
func (f *funcState) assignGeneral(e *ast.AssignmentExpression, dst int) {
	switch op, binary := e.Op.Binary(); {
	case isPattern(e.Target):
		mark := f.next
		r := f.any(e.Value)
		if r < mark {
			t := f.alloc()
			f.move(t, r)
			r = t
		}
		f.assignPattern(e.Target, r, false)
		if dst != noReg {
			f.move(dst, r)
		}
	case binary:
		f.assignCompound(e, op, dst)
	case e.Op == ast.AssignPlain:
		ref := f.reference(e.Target, !mayHaveEffects(e.Value), e.Value)
		var r int
		if isAnonymousFunction(e.Value) && targetName(e.Target) != nil {
			r = f.alloc()
			f.named(e.Value, targetName(e.Target).Name, r)
		} else {
			r = f.any(e.Value)
		}
		f.put(&ref, r)
		if dst != noReg {
			f.move(dst, r)
		}
	default:
		f.assignLogical(e, dst)
	}
}

// mayHaveEffects reports whether e may run other code.
func mayHaveEffects(e ast.Expr) bool {
	switch e := ast.Unparen(e).(type) {
	case *ast.NullLiteral, *ast.BooleanLiteral, *ast.NumericLiteral, *ast.StringLiteral, *ast.BigIntLiteral, *ast.FunctionNode, *ast.ThisExpression, *ast.RegExpLiteral:
		return false
	case *ast.Identifier:
		return e.Binding == nil
	}
	return true
}

// assignCompound performs target op= value.
func (f *funcState) assignCompound(e *ast.AssignmentExpression, op ast.BinaryOp, dst int) {
	ref := f.reference(e.Target, true, e.Value)
	f.convertKey(&ref)
	t := f.alloc()
	f.get(&ref, t)
	f.binaryRight(op, t, e.Value, t, e.Start)
	f.put(&ref, t)
	if dst != noReg {
		f.move(dst, t)
	}
}

// convertKey makes the key of object[key] a property key, once for the get
// and the put that follow.
func (f *funcState) convertKey(r *reference) {
	switch r.kind {
	case refIndex:
		t := f.alloc()
		f.at(r.pos)
		f.emit(bytecode.OpPROPKEY, t, r.base, r.key)
		r.key = t
	case refSuper:
		f.ext(bytecode.ExtTOKEY, r.key, r.key, 0)
	}
}

// assignLogical performs &&=, ||= and ??=.
func (f *funcState) assignLogical(e *ast.AssignmentExpression, dst int) {
	op, _ := e.Op.Logical()
	ref := f.reference(e.Target, true, e.Value)
	f.convertKey(&ref)
	t := f.alloc()
	end := &label{}
	f.get(&ref, t)
	f.branch(logicalExit[op], t, 0, end)
	f.namedTarget(e.Value, e.Target, t)
	f.put(&ref, t)
	f.bind(end)
	if dst != noReg {
		f.move(dst, t)
	}
}

// update performs ++ and --; dst is noReg if the value is not used.
func (f *funcState) update(e *ast.UpdateExpression, dst int) {
	mark := f.next
	op := bytecode.OpINC
	if e.Decrement {
		op = bytecode.OpDEC
	}
	if r := f.localTarget(e.Target); r != noReg {
		if !e.Prefix && dst != noReg {
			f.at(e.Start)
			if dst == r {
				f.emit(bytecode.OpTONUMERIC, r, r, 0)
				return
			}
			t := dst
			f.emit(bytecode.OpTONUMERIC, t, r, 0)
			f.move(r, t)
			f.emit(op, r, 0, 0)
			return
		}
		f.at(e.Start)
		f.emit(op, r, 0, 0)
		if dst != noReg {
			f.move(dst, r)
		}
		return
	}
	ref := f.reference(e.Target, true)
	f.convertKey(&ref)
	t := f.alloc()
	f.get(&ref, t)
	f.at(e.Start)
	if !e.Prefix && dst != noReg {
		old := f.alloc()
		f.emit(bytecode.OpTONUMERIC, old, t, 0)
		f.move(t, old)
		f.emit(op, t, 0, 0)
		f.put(&ref, t)
		f.move(dst, old)
	} else {
		f.emit(op, t, 0, 0)
		f.put(&ref, t)
		if dst != noReg {
			f.move(dst, t)
		}
	}
	f.release(mark)
}
