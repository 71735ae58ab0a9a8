package compiler

import (
	"github.com/burrowjs/burrow/ast"
	"github.com/burrowjs/burrow/bytecode"
	"github.com/burrowjs/burrow/internal/jstring"
)

// closure compiles the function node and creates a closure of it in dst.
func (f *funcState) closure(node *ast.FunctionNode, name *jstring.String, dst int) {
	f.closureOf(f.c.function(f, node, name), dst)
}

// closureOf creates a closure of a compiled function in dst.
func (f *funcState) closureOf(fn *bytecode.Function, dst int) {
	scope := 0
	if fn.Flags&bytecode.FlagNeedsScope != 0 {
		scope = f.scope
	}
	f.emit(bytecode.OpCLOSURE, dst, f.addFunction(fn), scope)
	f.lazyBoxes = nil
}

// function compiles node as an inner function of parent.
func (c *compiler) function(parent *funcState, node *ast.FunctionNode, name *jstring.String) *bytecode.Function {
	return c.build(parent, node, func(f *funcState) { f.setFunction(node, name) }, func(f *funcState) {
		f.functionCode()
		f.fn.Lazy = parent.lazyFunction(node, f.capturedBindings())
	})
}

// setFunction takes over what the node says about the function.
func (f *funcState) setFunction(node *ast.FunctionNode, name *jstring.String) {
	f.node = node
	f.strict = node.IsStrict
	f.arrow = node.IsArrow
	f.async, f.generator = node.IsAsync, node.IsGenerator
	f.derived = node.Kind == ast.DerivedConstructor
	f.fn.Name = name
	f.fn.Start, f.fn.End = node.Start, node.Stop
	f.lastOffset, f.offset = node.Start, node.Start
	f.fn.Length = uint16(min(node.ExpectedArgumentCount, 1<<16-1))
	f.fn.Flags |= functionFlags(node)
	if len(node.Params) > spillFrom {
		f.c.tooLarge()
	}
	f.fn.NumParams = uint16(len(node.Params))
	f.next = 2 + len(node.Params)
	f.high = f.next
}

func functionFlags(node *ast.FunctionNode) bytecode.Flags {
	var flags bytecode.Flags
	set := func(on bool, flag bytecode.Flags) {
		if on {
			flags |= flag
		}
	}
	set(node.IsStrict, bytecode.FlagStrict)
	set(node.IsArrow, bytecode.FlagArrow)
	set(node.IsAsync, bytecode.FlagAsync)
	set(node.IsGenerator, bytecode.FlagGenerator)
	set(node.Name != nil, bytecode.FlagHasName)
	switch node.Kind {
	case ast.FunctionDecl, ast.FunctionExpr:
		set(!node.IsAsync && !node.IsGenerator, bytecode.FlagConstructor)
		set(node.IsAsync && !node.IsGenerator, bytecode.FlagMethod)
	case ast.BaseConstructor:
		flags |= bytecode.FlagConstructor | bytecode.FlagClassConstructor
	case ast.DerivedConstructor:
		flags |= bytecode.FlagConstructor | bytecode.FlagClassConstructor | bytecode.FlagDerived
	default:
		flags |= bytecode.FlagMethod
	}
	set(!node.IsStrict && !node.IsArrow && node.Has(ast.UsesThis), bytecode.FlagHasUsesThis)
	return flags
}

// functionCode compiles the function f.node: 10.2.11
// FunctionDeclarationInstantiation and the body.
func (f *funcState) functionCode() {
	node := f.node
	if f.async && !f.generator {
		f.ext(bytecode.ExtINITASYNC, 0, 0, 0)
	}
	f.prologue(node.Scope)
	f.parameters(node)
	if f.generator {
		f.ext(bytecode.ExtINITGENERATOR, 0, 0, 0)
	}
	top := node.Scope
	if node.BodyScope != nil {
		top = node.BodyScope
		f.bodyScope(node)
	}
	f.createFunctions(top)
	if node.Expression != nil {
		f.startStatement(node.Expression.Pos())
		f.returnExpression(node.Expression)
		f.endNames(0)
		return
	}
	f.withUsing(top, func() {
		for _, s := range node.Body {
			f.stmt(s)
			if x, ok := s.(*ast.ExpressionStatement); ok {
				if _, ok := ast.Unparen(x.Expression).(*ast.SuperCall); ok {
					f.thisBound = true
				}
			}
		}
	})
	f.at(node.BodySpan.Stop - min(1, node.BodySpan.Stop))
	f.endFunction()
}

// endFunction emits the return at the end of a body.
func (f *funcState) endFunction() {
	if f.reachable() {
		f.emitReturn(noReg)
	}
	f.endNames(0)
}

// reachable reports whether control may reach the current place.
func (f *funcState) reachable() bool {
	if len(f.code) == 0 || f.lastBound == len(f.code) {
		return true
	}
	switch f.code[len(f.code)-1].Op {
	case bytecode.OpRETURN, bytecode.OpRETUNDEF, bytecode.OpTHROW, bytecode.OpJMP, bytecode.OpLOOP:
		return false
	}
	return true
}

// prologue prepares this, the scope record and what direct evals inside need.
func (f *funcState) prologue(scope *ast.Scope) {
	if f.fn.Flags&bytecode.FlagHasUsesThis != 0 {
		f.emit(bytecode.OpLOADTHIS, 1, 0, 0)
	}
	if f.initFields {
		f.emit(bytecode.OpINITFIELDS, 1, 0, 0)
	}
	if f.tune.spill {
		f.spillReg = f.alloc()
		f.emit32(bytecode.OpNEWARRAY, f.spillReg, 0)
	}
	f.loadScope(scope)
	eval := scope != nil && scope.HasDirectEval
	if f.derived {
		f.thisReg = f.alloc()
		this := f.pseudo(pseudoThis)
		if f.tune.boxThis || eval {
			f.emit(bytecode.OpNEWBOX, f.thisReg, 1, 0)
			f.vars[this] = variable{inBox, f.thisReg}
		} else {
			f.emit(bytecode.OpLOADTDZ, f.thisReg, 0, 0)
			f.vars[this] = variable{inRegister, f.thisReg}
		}
	}
	if eval && !f.arrow {
		pseudos := pseudoCount
		if f.parent == nil && f.c.root != rootFunction {
			pseudos = pseudoThis + 1
		}
		for p := range pseudos {
			b := f.pseudo(p)
			if v, ok := f.vars[b]; ok && v.kind != inBox {
				r := f.alloc()
				f.loadVariable(b, v, r, false)
				f.emit(bytecode.OpBOXVALUE, r, r, 0)
				f.vars[b] = variable{inBox, r}
			}
		}
	}
	if f.node != nil && f.node.NameScope != nil {
		for _, b := range f.node.NameScope.Bindings {
			f.declare(b)
		}
		f.makeRecord(f.node.NameScope, 0)
	}
}

// loadScope loads the scope record that the function was created in, if it has one
// and needs it.
func (f *funcState) loadScope(scope *ast.Scope) {
	if p := f.parent; p == nil {
		f.dynamicNames = f.c.eval.Scoped
		if !f.dynamicNames {
			return
		}
	} else {
		f.dynamicNames = p.dynamicNames
		if p.scope == noReg || !p.dynamicNames && !needsRecord(scope) {
			return
		}
	}
	f.fn.Flags |= bytecode.FlagNeedsScope
	f.scope = f.alloc()
	f.ext(bytecode.ExtFUNCSCOPE, f.scope, 0, 0)
}

// parameters binds the parameters and the arguments object.
func (f *funcState) parameters(node *ast.FunctionNode) {
	mapped := node.ArgumentsBinding != nil && !f.strict && node.HasSimpleParams
	if node.ArgumentsBinding != nil || node.Rest != nil {
		f.fn.Flags |= bytecode.FlagNeedsArguments
	}
	if node.ArgumentsBinding != nil && !mapped {
		f.argumentsObject(node, 0)
	}
	if node.HasSimpleParams {
		f.simpleParameters(node, mapped)
	} else {
		f.declareParameters(node)
	}
	if mapped {
		f.argumentsObject(node, 1)
	}
	if node.BodyScope == nil {
		for _, b := range node.Scope.Bindings {
			if _, ok := f.vars[b]; !ok {
				f.declare(b)
			}
		}
		f.makeRecord(node.Scope, recordVarScope|recordAlways)
		f.initializeParameters(node)
		return
	}
	f.makeRecord(node.Scope, recordVarScope|recordParameters|recordAlways)
	f.initializeParameters(node)
}

func (f *funcState) argumentsObject(node *ast.FunctionNode, mapped int) {
	b := node.ArgumentsBinding
	r := f.alloc()
	if mapped == 1 {
		f.fn.Flags |= bytecode.FlagMappedArguments
	}
	if !b.Captured && b.Writes == 0 && !needsRecord(node.Scope) && !f.async && !f.generator {
		f.loadUndefined(r)
		f.argsReg, f.argsBinding = r, b
		f.vars[b] = variable{inRegister, r}
		return
	}
	f.ext(bytecode.ExtARGUMENTS, r, mapped, 0)
	if b.Captured {
		f.emit(bytecode.OpBOXVALUE, r, r, 0)
		f.setVariable(b, variable{inBox, r})
	} else {
		f.setVariable(b, variable{inRegister, r})
	}
}

// simpleParameters binds a simple parameter list: a parameter's register is its
// variable, unless it must be in a box.
func (f *funcState) simpleParameters(node *ast.FunctionNode, mapped bool) {
	if mapped {
		f.fn.ArgumentBoxes = make([]uint16, len(node.Params))
	}
	for i := len(node.Params) - 1; i >= 0; i-- {
		b := node.Params[i].Target.(*ast.Identifier).Binding
		if _, ok := f.vars[b]; ok {
			continue // a later parameter has the same name
		}
		r := 2 + i
		switch {
		case mapped && (b.Captured || b.Referenced || b.Writes > 0 || needsRecord(node.Scope)):
			r = f.alloc()
			f.emit(bytecode.OpBOXVALUE, r, 2+i, 0)
			f.fn.ArgumentBoxes[i] = uint16(r)
			f.setVariable(b, variable{inBox, r})
		case b.Captured:
			f.emit(bytecode.OpBOXVALUE, r, r, 0)
			f.setVariable(b, variable{inBox, r})
		default:
			f.setVariable(b, variable{inRegister, r})
		}
	}
}

// declareParameters gives the names of a list that is not simple their places.
func (f *funcState) declareParameters(node *ast.FunctionNode) {
	record := needsRecord(node.Scope)
	for i, p := range node.Params {
		if id, ok := p.Target.(*ast.Identifier); ok && !id.Binding.Captured && !id.Binding.NeedsTDZ && !record {
			f.setVariable(id.Binding, variable{inRegister, 2 + i})
		}
	}
	for _, b := range node.Scope.Bindings {
		if _, ok := f.vars[b]; ok || !b.IsParam && b.Kind != ast.BindingParam {
			continue
		}
		tdz := b.NeedsTDZ || record
		r := f.alloc()
		switch {
		case b.Captured:
			f.emit(bytecode.OpNEWBOX, r, boolInt(tdz), 0)
			f.setVariable(b, variable{inBox, r})
		case tdz:
			f.emit(bytecode.OpLOADTDZ, r, 0, 0)
			f.setVariable(b, variable{inRegister, r})
		default:
			f.setVariable(b, variable{inRegister, r})
		}
	}
}

// initializeParameters evaluates initialisers and patterns, left to right.
func (f *funcState) initializeParameters(node *ast.FunctionNode) {
	if node.HasSimpleParams {
		return
	}
	for i, p := range node.Params {
		f.at(p.Pos())
		f.initElement(p.Target, p.Init, 2+i)
		f.assignPattern(p.Target, 2+i, true)
	}
	if node.Rest != nil {
		f.at(node.Rest.Pos())
		mark := f.next
		r := f.alloc()
		f.ext(bytecode.ExtREST, r, len(node.Params), 0)
		f.assignPattern(node.Rest.Target, r, true)
		f.release(mark)
	}
}

// bodyScope enters the body's own scope of a function with parameter expressions.
func (f *funcState) bodyScope(node *ast.FunctionNode) {
	for _, b := range node.BodyScope.Bindings {
		f.declare(b)
		if p := node.Scope.Lookup(b.Name); p != nil && !b.Kind.IsLexical() {
			t := f.alloc()
			f.loadVariable(p, f.variable(p), t, false)
			f.initialize(b, t)
			f.release(t)
		}
	}
	f.makeRecord(node.BodyScope, recordVarScope|recordAlways)
}

// emitReturn returns register r, or undefined.
func (f *funcState) emitReturn(r int) {
	if !f.derived {
		if r == noReg {
			f.emit(bytecode.OpRETUNDEF, 0, 0, 0)
		} else {
			f.emit(bytecode.OpRETURN, r, 0, 0)
		}
		return
	}
	this := &label{}
	if r != noReg {
		f.branch(bytecode.OpJUNDEF, r, 0, this)
		f.emit(bytecode.OpRETURN, r, 0, 0)
	}
	f.bind(this)
	mark := f.next
	t := f.thisValue()
	f.emit(bytecode.OpRETURN, t, 0, 0)
	f.release(mark)
}

// thisValue returns a register with this, checked in derived constructors.
func (f *funcState) thisValue() int {
	b := f.pseudo(pseudoThis)
	v := f.variable(b)
	r := v.index
	if v.kind != inRegister {
		r = f.alloc()
		f.loadVariable(b, v, r, false)
	}
	if f.thisNeedsCheck() {
		f.emit(bytecode.OpCHECKTHIS, r, 0, 0)
	}
	return r
}

// thisNeedsCheck reports whether this may be uninitialised: in derived
// constructors and arrow functions in them.
func (f *funcState) thisNeedsCheck() bool {
	o := f
	for o.arrow && o.parent != nil {
		o = o.parent
	}
	return o.derived && !(o == f && f.thisBound)
}
