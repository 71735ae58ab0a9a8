package compiler

import (
	"github.com/burrowjs/burrow/ast"
	"github.com/burrowjs/burrow/bytecode"
	"github.com/burrowjs/burrow/internal/jstring"
)

func (f *funcState) statements(list []ast.Stmt) {
	for _, s := range list {
		f.stmt(s)
	}
}

func (f *funcState) stmt(s ast.Stmt) { f.labelled(s, nil) }

// labelled compiles a statement with the labels before it.
func (f *funcState) labelled(s ast.Stmt, labels []*jstring.String) {
	if f.c.err != nil {
		return
	}
	mark := f.next
	switch s.(type) {
	case *ast.BlockStatement, *ast.EmptyStatement, *ast.LabelledStatement, *ast.FunctionDeclaration:
	default:
		f.startStatement(s.Pos())
	}
	switch s := s.(type) {
	case *ast.BlockStatement:
		state := f.enterScope(s.Scope)
		f.withUsing(s.Scope, func() { f.statements(s.Body) })
		f.closeScope(state)
	case *ast.EmptyStatement, *ast.ImportDeclaration, *ast.ExportAllDeclaration:
	case *ast.ExpressionStatement:
		if f.completion != noReg {
			f.to(s.Expression, f.completion)
		} else {
			f.effect(s.Expression)
		}
	case *ast.IfStatement:
		f.ifStatement(s)
	case *ast.DoWhileStatement:
		f.doWhile(s, labels)
	case *ast.WhileStatement:
		f.while(s, labels)
	case *ast.ForStatement:
		f.forStatement(s, labels)
	case *ast.ForInStatement:
		f.forIn(s, labels)
	case *ast.ForOfStatement:
		f.forOf(s, labels)
	case *ast.ContinueStatement:
		f.exitTo(exit{f.breakTarget(s.Label, true), true}, noReg)
	case *ast.BreakStatement:
		f.exitTo(exit{f.breakTarget(s.Label, false), false}, noReg)
	case *ast.ReturnStatement:
		if s.Argument == nil {
			f.exitTo(exit{}, noReg)
		} else {
			f.returnExpression(s.Argument)
		}
	case *ast.WithStatement:
		f.with(s)
	case *ast.SwitchStatement:
		f.switchStatement(s, labels)
	case *ast.LabelledStatement:
		f.labelledStatement(s)
	case *ast.ThrowStatement:
		r := f.any(s.Argument)
		f.at(s.Start)
		f.emit(bytecode.OpTHROW, r, 0, 0)
	case *ast.TryStatement:
		f.try(s)
	case *ast.DebuggerStatement:
		f.ext(bytecode.ExtDEBUGGER, 0, 0, 0)
	case *ast.VariableDeclaration:
		f.variableDeclaration(s)
	case *ast.FunctionDeclaration:
		f.annexB(s)
	case *ast.ClassDeclaration:
		r := f.alloc()
		f.class(s.Class, className(s.Class), noReg, r)
		f.initialize(s.Binding, r)
	case *ast.ExportNamedDeclaration:
		if s.Declaration != nil {
			f.stmt(s.Declaration)
		}
	case *ast.ExportDefaultDeclaration:
		f.exportDefault(s)
	}
	f.release(mark)
}

// emptyCompletion makes undefined the completion value so far, as statements do
// whose value is never empty.
func (f *funcState) emptyCompletion() {
	if f.completion != noReg {
		f.loadUndefined(f.completion)
	}
}

// ifStatement compiles a chain of if … else if.
func (f *funcState) ifStatement(s *ast.IfStatement) {
	end := &label{}
	for {
		f.emptyCompletion()
		otherwise := &label{}
		f.cond(s.Test, false, otherwise)
		f.stmt(s.Consequent)
		if s.Alternate == nil {
			f.bind(otherwise)
			break
		}
		if f.reachable() {
			f.jump(end)
		}
		f.bind(otherwise)
		next, ok := s.Alternate.(*ast.IfStatement)
		if !ok {
			f.stmt(s.Alternate)
			break
		}
		s = next
		f.startStatement(s.Start)
	}
	f.bind(end)
}

func (f *funcState) labelledStatement(s *ast.LabelledStatement) {
	labels := make([]*jstring.String, len(s.Labels))
	for i, l := range s.Labels {
		labels[i] = l.Name
	}
	switch s.Body.(type) {
	case *ast.DoWhileStatement, *ast.WhileStatement, *ast.ForStatement, *ast.ForInStatement, *ast.ForOfStatement, *ast.SwitchStatement:
		f.labelled(s.Body, labels)
		return
	}
	c := f.pushControl(&control{kind: controlTarget, labels: labels, breaks: &label{}})
	f.stmt(s.Body)
	f.popControl()
	f.bind(c.breaks)
}

// variableDeclaration compiles var, let, const and using.
func (f *funcState) variableDeclaration(s *ast.VariableDeclaration) {
	for _, d := range s.Declarations {
		mark := f.next
		if len(s.Declarations) > 1 {
			f.startStatement(d.Start)
		}
		f.declarator(s.Kind, d)
		f.release(mark)
	}
}

func (f *funcState) declarator(kind ast.VariableKind, d *ast.VariableDeclarator) {
	id, _ := d.Target.(*ast.Identifier)
	if kind == ast.VarDeclaration {
		switch {
		case d.Init == nil:
		case id == nil:
			f.assignPattern(d.Target, f.stable(d.Init, d.Target), false)
		default:
			f.assignVar(id, d.Init)
		}
		return
	}
	if id == nil {
		f.assignPattern(d.Target, f.stable(d.Init, d.Target), true)
		return
	}
	b := id.Binding
	if r := f.ownRegister(b); r != noReg && !b.NeedsTDZ && d.Init != nil && kind <= ast.ConstDeclaration {
		f.named(d.Init, id.Name, r)
		return
	}
	r := f.alloc()
	if d.Init == nil {
		f.loadUndefined(r)
	} else {
		f.named(d.Init, id.Name, r)
	}
	if kind >= ast.UsingDeclaration {
		f.at(id.Start)
		f.addResource(r, b.Kind)
	}
	f.at(id.Start)
	f.initialize(b, r)
}

// assignVar compiles var id = init.
func (f *funcState) assignVar(id *ast.Identifier, init ast.Expr) {
	if r := f.localTarget(id); r != noReg {
		if writesLast(init) {
			f.named(init, id.Name, r)
			return
		}
		t := f.alloc()
		f.named(init, id.Name, t)
		f.move(r, t)
		return
	}
	ref := f.nameReference(id, !mayHaveEffects(init))
	if isAnonymousFunction(init) {
		t := f.alloc()
		f.named(init, id.Name, t)
		f.put(&ref, t)
		return
	}
	f.put(&ref, f.any(init))
}

// annexB evaluates a function declaration in a block, which by B.3.2 may
// assign the function to a var.
func (f *funcState) annexB(s *ast.FunctionDeclaration) {
	if !s.AnnexBVar {
		return
	}
	b := s.Function.Name.Binding
	t := f.alloc()
	f.loadVariable(b, f.variable(b), t, false)
	if v := s.VarBinding; v != nil {
		if kind := f.variable(v).kind; kind != global && kind != dynamic {
			f.storeVariable(v, f.variable(v), t, false)
			return
		}
	}
	f.ext(bytecode.ExtANNEXBFN, f.scopeRegister(), t, f.nameConst(s.Function.Name.Name))
}

// with compiles a with statement.
func (f *funcState) with(s *ast.WithStatement) {
	f.emptyCompletion()
	state := f.openScope()
	object := f.any(s.Object)
	r := f.alloc()
	parent := f.scope
	if parent == noReg {
		f.loadUndefined(r)
		parent = r
	}
	f.at(s.Object.Pos())
	f.ext(bytecode.ExtWITHSCOPE, r, object, parent)
	f.scope, f.dynamicNames = r, true
	f.stmt(s.Body)
	f.closeScope(state)
}

// try compiles try … catch … finally.
func (f *funcState) try(s *ast.TryStatement) {
	f.emptyCompletion()
	if s.Finalizer == nil {
		f.tryCatch(s)
		return
	}
	body := func() {
		if s.Handler != nil {
			f.tryCatch(s)
		} else {
			f.stmt(s.Block)
		}
	}
	f.tryFinally(body, func(completion, value int) {
		saved := noReg
		if f.completion != noReg {
			saved = f.alloc()
			f.move(saved, f.completion)
			f.emptyCompletion()
		}
		f.stmt(s.Finalizer)
		if saved != noReg && f.reachable() {
			f.move(f.completion, saved)
		}
	})
}

func (f *funcState) tryCatch(s *ast.TryStatement) {
	end := &label{}
	mark, names := f.next, len(f.names)
	caught := f.alloc()
	c := f.pushControl(&control{kind: controlHandler})
	f.protect(c, caught)
	f.stmt(s.Block)
	f.popControl()
	if f.reachable() {
		f.jump(end)
	}
	f.bind(c.handler)
	f.emptyCompletion()
	if id, ok := s.Handler.Param.(*ast.Identifier); ok && !id.Binding.Captured && !needsRecord(s.Handler.Scope) {
		f.setVariable(id.Binding, variable{inRegister, caught})
		f.stmt(s.Handler.Body)
		f.bind(end)
		f.endNames(names)
		f.release(mark)
		return
	}
	state := f.enterScope(s.Handler.Scope)
	if s.Handler.Param != nil {
		f.at(s.Handler.Param.Pos())
		f.assignPattern(s.Handler.Param, caught, true)
	}
	f.stmt(s.Handler.Body)
	f.closeScope(state)
	f.bind(end)
	f.release(mark)
}
