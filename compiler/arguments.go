package compiler

import (
	"github.com/burrowjs/burrow/ast"
	"github.com/burrowjs/burrow/bytecode"
)

// Uses of arguments that need no arguments object: arguments.length, arguments[i] and
// f.apply(x, arguments). They have instructions of their own, if nothing but the
// function itself sees the binding and nothing is assigned to it; any other
// use makes the object.

// needArguments sees to it that the arguments object is there, if b is its binding.
func (f *funcState) needArguments(b *ast.Binding) {
	if b != nil && b == f.argsBinding {
		f.ext(bytecode.ExtMAKEARGS, f.argsReg, 0, 0)
	}
}

// isArguments reports whether e is arguments, whose object is made when it is needed.
func (f *funcState) isArguments(e ast.Expr) bool {
	id, ok := ast.Unparen(e).(*ast.Identifier)
	return ok && id.Binding != nil && id.Binding == f.argsBinding
}

// readsArguments reports whether the property access l on base is one of those.
func (f *funcState) readsArguments(base, l ast.Expr) bool {
	if !f.isArguments(base) {
		return false
	}
	switch l := l.(type) {
	case *ast.MemberExpression:
		return !l.Optional && l.Property.Name.EqualGo("length")
	case *ast.IndexExpression:
		return !l.Optional
	}
	return false
}

// argumentsAccess emits the access of l on the arguments object, if it has an
// instruction.
func (f *funcState) argumentsAccess(l ast.Expr, out int, pos uint32) bool {
	switch l := l.(type) {
	case *ast.MemberExpression:
		if !l.Property.Name.EqualGo("length") {
			return false
		}
		f.at(pos)
		f.ext(bytecode.ExtARGLENGTH, out, f.argsReg, 0)
		return true
	case *ast.IndexExpression:
		key := f.any(l.Index)
		f.at(pos)
		f.ext(bytecode.ExtARGELEM, out, f.argsReg, key)
		return true
	}
	return false
}

// appliesArguments reports whether e is f.apply(x, arguments).
func (f *funcState) appliesArguments(e *ast.CallExpression) bool {
	if len(e.Arguments) != 2 || !f.isArguments(e.Arguments[1]) {
		return false
	}
	if _, ok := e.Arguments[0].(*ast.SpreadElement); ok {
		return false
	}
	callee, ok := ast.Unparen(e.Callee).(*ast.MemberExpression)
	return ok && callee.Property.Name.EqualGo("apply")
}

// applyArguments calls the window at w with the first argument of e and the
// arguments object.
func (f *funcState) applyArguments(w int, e *ast.CallExpression, out int, tail bool) {
	f.push(e.Arguments[0])
	f.alloc()
	f.at(CallPosition(e.Callee))
	f.ext(bytecode.ExtAPPLYARGS, w, f.argsReg, out)
	if tail {
		f.emit(bytecode.OpRETURN, out, 0, 0)
	}
}
