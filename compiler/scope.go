package compiler

import (
	"github.com/burrowjs/burrow/ast"
	"github.com/burrowjs/burrow/bytecode"
)

// scopeState is what leaving a scope restores.
type scopeState struct {
	next, scope int
	firstName   int
	dynamic     bool
}

// needsRecord reports whether names in s may be looked up at run time.
func needsRecord(s *ast.Scope) bool {
	return s != nil && (s.HasDirectEval || s.HasWithInside)
}

// openScope remembers the state before a scope is entered.
func (f *funcState) openScope() scopeState {
	return scopeState{f.next, f.scope, len(f.names), f.dynamicNames}
}

// closeScope leaves a scope.
func (f *funcState) closeScope(s scopeState) {
	f.endNames(s.firstName)
	f.release(s.next)
	f.scope, f.dynamicNames = s.scope, s.dynamic
}

// enterScope gives the bindings of s places, makes its scope record if it needs
// one, and creates its functions. The scope may be nil.
func (f *funcState) enterScope(s *ast.Scope) scopeState {
	state := f.openScope()
	if s == nil {
		return state
	}
	for _, b := range s.Bindings {
		f.declare(b)
	}
	f.makeRecord(s, 0)
	f.createFunctions(s)
	return state
}

// declare gives b a place, with the value it has on entry.
func (f *funcState) declare(b *ast.Binding) {
	lexical := b.Kind.IsLexical()
	mayBeEarly := lexical || b.Kind == ast.BindingCatchParam
	tdz := mayBeEarly && (b.NeedsTDZ || needsRecord(b.Scope))
	if b.Kind == ast.BindingFunctionName {
		f.vars[b] = variable{inRegister, 0}
		if needsRecord(b.Scope) {
			r := f.alloc()
			f.emit(bytecode.OpBOXVALUE, r, 0, 0)
			f.vars[b] = variable{inBox, r}
		}
		return
	}
	if b.Captured {
		r := f.alloc()
		f.emit(bytecode.OpNEWBOX, r, boolInt(tdz), 0)
		f.setVariable(b, variable{inBox, r})
		return
	}
	if f.next >= spillFrom && !tdz {
		f.declareSpilled(b)
		return
	}
	r := f.alloc()
	f.setVariable(b, variable{inRegister, r})
	switch {
	case tdz:
		f.emit(bytecode.OpLOADTDZ, r, 0, 0)
	case !lexical && b.Kind != ast.BindingFunction:
		f.loadUndefined(r)
	}
}

// setVariable records where b lives from here on.
func (f *funcState) setVariable(b *ast.Binding, v variable) {
	f.vars[b] = v
	f.addName(b, v)
}

func (f *funcState) declareSpilled(b *ast.Binding) {
	f.tune.spill = true
	if f.spillReg == noReg {
		f.vars[b] = variable{inRegister, 0} // this attempt is thrown away
		return
	}
	v := variable{spilled, f.spilled}
	f.spilled++
	f.setVariable(b, v)
	mark := f.next
	t := f.alloc()
	f.loadUndefined(t)
	f.storeVariable(b, v, t, false)
	f.release(mark)
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// recordFlags are properties of a scope record that depend on its place.
type recordFlags uint8

const (
	recordVarScope recordFlags = 1 << iota
	recordParameters
	recordAlways // make a record even without names
)

// makeRecord emits the scope record of s if it needs one.
func (f *funcState) makeRecord(s *ast.Scope, flags recordFlags) {
	if !needsRecord(s) {
		return
	}
	if s.HasSloppyEval && s.Kind != ast.ScopeGlobal {
		f.dynamicNames = true
	}
	desc := bytecode.ScopeDesc{
		VarScope:       flags&recordVarScope != 0,
		ParameterScope: flags&recordParameters != 0,
		Strict:         s.Strict,
		CatchParameter: s.Kind == ast.ScopeCatch,
	}
	f.evalPermissions(&desc)
	for _, b := range s.Bindings {
		f.addScopeName(&desc, b)
	}
	for _, p := range s.PrivateNames {
		f.addScopeName(&desc, f.c.privateBinding(p))
	}
	if flags&recordAlways != 0 {
		for p := range pseudoCount {
			if b := f.pseudos[p]; b != nil && (!f.arrow || f.parent == nil) {
				f.addScopeName(&desc, b)
			}
		}
	}
	if len(desc.Names) == 0 && flags&recordAlways == 0 && s.Kind != ast.ScopeClass {
		return
	}
	f.fn.Scopes = append(f.fn.Scopes, desc)
	if len(f.fn.Scopes) > 1<<16 {
		f.c.tooLarge()
	}
	parent := f.scope
	f.scope = f.alloc()
	f.emitScope(len(f.fn.Scopes)-1, parent)
}

// emitScope makes the record of description desc in the register f.scope.
func (f *funcState) emitScope(desc, parent int) {
	if parent == noReg {
		parent = f.scope
		f.loadUndefined(parent)
	}
	f.ext(bytecode.ExtSCOPE, f.scope, desc, parent)
}

func (f *funcState) addScopeName(desc *bytecode.ScopeDesc, b *ast.Binding) {
	v, ok := f.vars[b]
	if !ok {
		i, ok := f.captures[b]
		if !ok {
			return
		}
		v = variable{captured, i}
	}
	if v.kind != inBox && v.kind != captured {
		return
	}
	desc.Names = append(desc.Names, bytecode.ScopeName{
		Name:     b.Name,
		Captured: v.kind == captured,
		Index:    uint32(v.index),
		Const:    b.Kind.IsImmutable() && b.Kind != ast.BindingFunctionName,
		Silent:   b.Kind == ast.BindingFunctionName,
		Lexical:  b.Scope != nil && (b.Kind.IsLexical() || b.Kind == ast.BindingFunction && !b.Scope.IsVarScope() || b.Kind == ast.BindingCatchParam),
		Import:   b.Kind == ast.BindingImport,
	})
}

// evalPermissions fills in what direct eval code may contain here.
func (f *funcState) evalPermissions(d *bytecode.ScopeDesc) {
	o := f
	for o.arrow && o.parent != nil {
		o = o.parent
	}
	if o.parent == nil && o.c.root != rootFunction {
		e := o.c.eval
		d.AllowNewTarget, d.AllowSuperProperty, d.AllowSuperCall, d.InClassField =
			e.AllowNewTarget, e.AllowSuperProperty, e.AllowSuperCall, e.InClassField
		return
	}
	if o.node == nil { // class field initialiser
		d.AllowNewTarget, d.AllowSuperProperty, d.InClassField = true, true, true
		return
	}
	d.AllowNewTarget = !o.node.IsArrow
	switch o.node.Kind {
	case ast.Method, ast.Getter, ast.Setter, ast.BaseConstructor, ast.StaticBlock:
		d.AllowSuperProperty = true
	case ast.FieldInitializer:
		d.AllowSuperProperty, d.InClassField = true, true
	case ast.DerivedConstructor:
		d.AllowSuperProperty, d.AllowSuperCall = true, true
	}
}

// createFunctions creates the functions that s declares; of several with one
// name only the last.
func (f *funcState) createFunctions(s *ast.Scope) {
	if len(s.Functions) == 0 {
		return
	}
	last := make(map[*ast.Binding]*ast.FunctionDeclaration, len(s.Functions))
	for _, d := range s.Functions {
		last[d.Function.Name.Binding] = d
	}
	for _, d := range s.Functions {
		b := d.Function.Name.Binding
		if last[b] != d {
			continue
		}
		mark := f.next
		if r := f.ownRegister(b); r != noReg {
			f.closure(d.Function, functionName(d.Function), r)
		} else {
			t := f.alloc()
			f.closure(d.Function, functionName(d.Function), t)
			f.initialize(b, t)
		}
		f.release(mark)
	}
}
