package compiler

import (
	"github.com/burrowjs/burrow/ast"
	"github.com/burrowjs/burrow/bytecode"
	"github.com/burrowjs/burrow/internal/jstring"
)

// Loops have their test at the bottom: one fused compare-and-jump per round.

func (f *funcState) loopControl(labels []*jstring.String) *control {
	return f.pushControl(&control{kind: controlTarget, labels: labels, plain: true, breaks: &label{}, continues: &label{}})
}

func (f *funcState) doWhile(s *ast.DoWhileStatement, labels []*jstring.String) {
	f.emptyCompletion()
	top := f.here()
	c := f.loopControl(labels)
	f.stmt(s.Body)
	f.popControl()
	f.bind(c.continues)
	f.startStatement(s.Test.Pos())
	f.cond(s.Test, true, top)
	f.bind(c.breaks)
}

// alwaysTrue reports whether a loop without this test is the same.
func alwaysTrue(test ast.Expr) bool {
	if test == nil {
		return true
	}
	switch t := ast.Unparen(test).(type) {
	case *ast.BooleanLiteral:
		return t.Value
	case *ast.NumericLiteral:
		return t.Value != 0
	}
	return false
}

func (f *funcState) while(s *ast.WhileStatement, labels []*jstring.String) {
	f.emptyCompletion()
	c := f.loopControl(labels)
	endless := alwaysTrue(s.Test)
	if !endless {
		f.jump(c.continues)
	}
	top := f.here()
	f.stmt(s.Body)
	f.popControl()
	f.bind(c.continues)
	if endless {
		f.jump(top)
	} else {
		f.startStatement(s.Test.Pos())
		f.cond(s.Test, true, top)
	}
	f.bind(c.breaks)
}

func (f *funcState) forStatement(s *ast.ForStatement, labels []*jstring.String) {
	f.emptyCompletion()
	outer := f.scope
	state := f.enterScope(s.Scope)
	f.withUsing(s.Scope, func() { f.forLoop(s, labels, outer) })
	f.closeScope(state)
}

func (f *funcState) forLoop(s *ast.ForStatement, labels []*jstring.String, outer int) {
	desc := len(f.fn.Scopes) - 1
	switch init := s.Init.(type) {
	case *ast.VariableDeclaration:
		f.variableDeclaration(init)
	case ast.Expr:
		f.effect(init)
	}
	fresh := func() { f.freshBindings(s, desc, outer) }
	fresh()
	c := f.loopControl(labels)
	test := &label{}
	endless := alwaysTrue(s.Test)
	if !endless {
		f.jump(test)
	}
	top := f.here()
	f.stmt(s.Body)
	f.popControl()
	f.bind(c.continues)
	fresh()
	if s.Update != nil {
		f.startStatement(s.Update.Pos())
		f.effect(s.Update)
	}
	f.bind(test)
	if endless {
		f.jump(top)
	} else {
		f.startStatement(s.Test.Pos())
		f.cond(s.Test, true, top)
	}
	f.bind(c.breaks)
}

// freshBindings is 14.7.4.4 CreatePerIterationEnvironment: new boxes for captured let
// variables, with the values of the old ones.
func (f *funcState) freshBindings(s *ast.ForStatement, desc, outer int) {
	if s.Scope == nil {
		return
	}
	any := false
	for _, b := range s.Scope.Bindings {
		if v := f.vars[b]; v.kind == inBox && b.Kind == ast.BindingLet {
			t := f.alloc()
			f.emit(bytecode.OpBOXGET, t, v.index, 0)
			f.emit(bytecode.OpBOXVALUE, v.index, t, 0)
			f.release(t)
			any = true
		}
	}
	if any && needsRecord(s.Scope) {
		f.emitScope(desc, outer)
	}
}

// forHead is the left side of for-in and for-of.
type forHead struct {
	declaration *ast.VariableDeclaration // or nil
	target      ast.Pattern
	scope       *ast.Scope
	lexical     bool
	register    int // the variable itself if it is a plain register, else noReg
}

func newForHead(left ast.Node, scope *ast.Scope) *forHead {
	h := &forHead{scope: scope, register: noReg}
	if d, ok := left.(*ast.VariableDeclaration); ok {
		h.declaration = d
		h.target = d.Declarations[0].Target
		h.lexical = d.Kind != ast.VarDeclaration
	} else {
		h.target = left.(ast.Pattern)
	}
	return h
}

// forRight evaluates the right side, with the names of the head uninitialised, and
// hands its register to start.
func (f *funcState) forRight(h *forHead, right ast.Expr, start func(r int)) {
	state := f.enterScope(h.scope)
	r := f.any(right)
	f.at(right.Pos())
	start(r)
	f.closeScope(state)
}

// enterHead prepares the variable of a head that needs no scope of its own in each
// round. It returns the register for the values.
func (f *funcState) enterHead(h *forHead) int {
	if h.lexical {
		id, ok := h.target.(*ast.Identifier)
		if ok && !id.Binding.Captured && !id.Binding.NeedsTDZ && !needsRecord(h.scope) && h.declaration.Kind <= ast.ConstDeclaration {
			f.declare(id.Binding)
			if h.register = f.ownRegister(id.Binding); h.register != noReg {
				return h.register
			}
		}
	}
	return f.alloc()
}

// forBody binds the value in register v and runs the body.
func (f *funcState) forBody(h *forHead, v int, body ast.Stmt) {
	if h.register != noReg {
		f.stmt(body)
		return
	}
	if !h.lexical {
		f.at(h.target.Pos())
		f.assignPattern(h.target, v, false)
		f.stmt(body)
		return
	}
	state := f.enterScope(h.scope)
	f.withUsing(h.scope, func() {
		f.at(h.target.Pos())
		if h.declaration.Kind >= ast.UsingDeclaration {
			f.addResource(v, h.target.(*ast.Identifier).Binding.Kind)
		}
		f.assignPattern(h.target, v, true)
		f.stmt(body)
	})
	f.closeScope(state)
}

func (f *funcState) forIn(s *ast.ForInStatement, labels []*jstring.String) {
	f.emptyCompletion()
	h := newForHead(s.Left, s.Scope)
	if h.declaration != nil && h.declaration.Declarations[0].Init != nil {
		f.variableDeclaration(h.declaration)
	}
	state := f.openScope()
	e := f.alloc()
	f.forRight(h, s.Right, func(r int) { f.emit(bytecode.OpFORIN, e, r, 0) })
	v := f.enterHead(h)
	c := f.pushControl(&control{kind: controlTarget, labels: labels, plain: true, breaks: &label{}})
	c.continues = f.here()
	f.branch(bytecode.OpFORINNEXT, v, e, c.breaks)
	f.forBody(h, v, s.Body)
	f.jump(c.continues)
	f.popControl()
	f.bind(c.breaks)
	f.closeScope(state)
}

func (f *funcState) forOf(s *ast.ForOfStatement, labels []*jstring.String) {
	f.emptyCompletion()
	h := newForHead(s.Left, s.Scope)
	state := f.openScope()
	it := f.allocN(3)
	f.forRight(h, s.Right, func(r int) {
		if s.Await {
			f.ext(bytecode.ExtGETASYNCITER, it, r, 0)
		} else {
			f.emit(bytecode.OpGETITER, it, r, 0)
		}
	})
	caught := f.alloc()
	v := f.enterHead(h)

	out := f.pushControl(&control{kind: controlTarget, labels: labels, plain: true, breaks: &label{}})
	closer := f.pushControl(&control{kind: controlIterator, iterator: it})
	if s.Await {
		closer.kind = controlAsyncIterator
	}
	f.protect(closer, caught)
	in := f.pushControl(&control{kind: controlTarget, labels: labels, plain: true, continues: f.here()})
	exit := &label{}
	f.at(h.target.Pos())
	if s.Await {
		f.asyncNext(it, v, exit)
	} else {
		f.emit(bytecode.OpITERNEXT, it, v, 0)
		f.branch(bytecode.OpITERVALUE, it, v, exit)
	}
	f.forBody(h, v, s.Body)
	f.jump(in.continues)
	f.popControl()
	f.popControl()
	f.bind(closer.handler)
	if s.Await {
		f.asyncCloseQuietly(it)
	} else {
		f.ext(bytecode.ExtITERCLOSEQ, it, 0, 0)
	}
	f.rethrow(caught)
	f.popControl()
	f.bind(exit)
	f.bind(out.breaks)
	f.closeScope(state)
}

// asyncNext puts the next value of an async iterator into v, or jumps to exit.
func (f *funcState) asyncNext(it, v int, exit *label) {
	mark := f.next
	r, done := f.alloc(), f.alloc()
	f.ext(bytecode.ExtASYNCNEXT, r, it, 0)
	f.emit(bytecode.OpAWAIT, r, r, 0)
	f.ext(bytecode.ExtCHECKOBJECT, r, 0, 0)
	f.ext(bytecode.ExtITERDONE, done, r, 0)
	f.branch(bytecode.OpJTRUE, done, 0, exit)
	f.ext(bytecode.ExtITERVAL, v, r, 0)
	f.emit(bytecode.OpLOADFALSE, it+2, 0, 0)
	f.release(mark)
}
