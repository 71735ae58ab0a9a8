package compiler

import (
	"github.com/burrowjs/burrow/ast"
	"github.com/burrowjs/burrow/bytecode"
	"github.com/burrowjs/burrow/internal/jstring"
)

// variableKind tells where a variable lives.
type variableKind uint8

const (
	inRegister variableKind = iota
	inBox                   // a register holds the box
	captured                // V[index] of the function
	spilled                 // element index of the array in spillReg
	global                  // a property of the global object or a global declaration
	dynamic                 // looked up by name from the scope record
	newTarget               // new.target, read by an instruction
	homeObject              // the function's home object, likewise
)

type variable struct {
	kind  variableKind
	index int
}

// pseudo names a binding without a declaration that arrow functions capture.
type pseudo uint8

const (
	pseudoThis pseudo = iota
	pseudoNewTarget
	pseudoHome
	pseudoFunction
	pseudoCount
)

var pseudoNames = [...]string{"%this", "%newtarget", "%home", "%function"}

// variable finds out where b lives as seen from f.
func (f *funcState) variable(b *ast.Binding) variable {
	f.needArguments(b)
	if v, ok := f.vars[b]; ok {
		return v
	}
	if i, ok := f.captures[b]; ok {
		return variable{captured, i}
	}
	if b.Scope != nil {
		switch b.Scope.Kind {
		case ast.ScopeGlobal:
			return variable{kind: global}
		case ast.ScopeEval:
			if isEvalVar(b) {
				if f.c.eval.Scoped {
					return variable{kind: dynamic}
				}
				return variable{kind: global}
			}
		}
	}
	if f.parent == nil {
		return variable{kind: dynamic}
	}
	outer := f.parent.variable(b)
	c := bytecode.Capture{Name: b.Name}
	switch outer.kind {
	case global, dynamic:
		return outer
	case captured:
		c.FromParent, c.Index = true, uint32(outer.index)
	case inBox:
		c.Index = uint32(outer.index)
	default:
		c.Index = uint32(f.parent.lazyBox(b, outer))
	}
	return f.capture(b, c)
}

func (f *funcState) capture(b *ast.Binding, c bytecode.Capture) variable {
	i := len(f.fn.Captures)
	if i >= 1<<16 {
		f.c.tooLarge()
		return variable{captured, 0}
	}
	if f.captures == nil {
		f.captures = map[*ast.Binding]int{}
	}
	f.captures[b] = i
	f.fn.Captures = append(f.fn.Captures, c)
	return variable{captured, i}
}

// isEvalVar reports whether b is a var of sloppy eval code, which lives in
// the variable scope of the code around.
func isEvalVar(b *ast.Binding) bool {
	return !b.Scope.Strict && !b.Kind.IsLexical() && (b.Kind == ast.BindingVar || b.Kind == ast.BindingFunction)
}

// lazyBox makes a box with the value of an immutable variable for the closure
// that is about to be created.
func (f *funcState) lazyBox(b *ast.Binding, v variable) int {
	if r, ok := f.lazyBoxes[b]; ok {
		return r
	}
	r := f.alloc()
	switch v.kind {
	case inRegister:
		if f.derived && b == f.pseudos[pseudoThis] {
			f.tune.boxThis = true
		}
		f.emit(bytecode.OpBOXVALUE, r, v.index, 0)
	default:
		f.loadVariable(b, v, r, false)
		f.emit(bytecode.OpBOXVALUE, r, r, 0)
	}
	if f.lazyBoxes == nil {
		f.lazyBoxes = map[*ast.Binding]int{}
	}
	f.lazyBoxes[b] = r
	return r
}

// pseudo returns a binding for %this and its like as seen from f.
func (f *funcState) pseudo(p pseudo) *ast.Binding {
	owner := f
	for owner.arrow && owner.parent != nil {
		owner = owner.parent
	}
	b := owner.pseudos[p]
	if b != nil {
		return b
	}
	b = &ast.Binding{Name: f.c.name(pseudoNames[p]), Kind: ast.BindingConst}
	owner.pseudos[p] = b
	if owner.parent == nil && (owner.c.root == rootEval && owner.c.eval.Scoped || owner.arrow) {
		return b // looked up from the scope of the eval
	}
	switch p {
	case pseudoThis:
		owner.vars[b] = variable{inRegister, owner.thisReg}
	case pseudoNewTarget:
		owner.vars[b] = variable{kind: newTarget}
	case pseudoHome:
		owner.vars[b] = variable{kind: homeObject}
	case pseudoFunction:
		owner.vars[b] = variable{inRegister, 0}
	}
	return b
}

// privateBinding returns the binding that holds the value of a private name.
func (c *compiler) privateBinding(p *ast.PrivateName) *ast.Binding {
	b := c.private[p]
	if b == nil {
		b = &ast.Binding{Name: p.Name, Kind: ast.BindingConst, Captured: p.Captured}
		c.private[p] = b
	}
	return b
}

// synthetic returns a binding without a name for a value held in register r.
func (f *funcState) synthetic(name *jstring.String, r int) *ast.Binding {
	b := &ast.Binding{Name: name, Kind: ast.BindingConst}
	f.vars[b] = variable{inRegister, r}
	return b
}

// loadVariable loads b into dst; check is set if it may be uninitialised.
func (f *funcState) loadVariable(b *ast.Binding, v variable, dst int, check bool) {
	switch v.kind {
	case inRegister:
		if check {
			f.checkTDZ(v.index, b.Name)
		}
		f.move(dst, v.index)
	case inBox:
		f.loadBox(bytecode.OpBOXGET, bytecode.OpBOXGETCHK, dst, v.index, b.Name, check)
	case captured:
		f.loadBox(bytecode.OpCAPGET, bytecode.OpCAPGETCHK, dst, v.index, b.Name, check)
	case spilled:
		mark := f.next
		t := f.alloc()
		f.loadNumber(t, float64(v.index))
		f.emit(bytecode.OpGETELEM, dst, f.spillReg, t)
		f.release(mark)
	case global:
		f.loadGlobal(b.Name, dst)
	case dynamic:
		f.lookup(bytecode.ExtLOOKUP, dst, b.Name)
	case newTarget:
		f.ext(bytecode.ExtNEWTARGET, dst, 0, 0)
	case homeObject:
		f.ext(bytecode.ExtHOMEOBJECT, dst, 0, 0)
	}
}

func (f *funcState) loadBox(plain, checked bytecode.Op, dst, index int, name *jstring.String, check bool) {
	if !check {
		f.emit(plain, dst, index, 0)
		return
	}
	if k := f.stringConst(name); k < maxLowConsts {
		f.emit(checked, dst, index, k)
		return
	}
	f.emit(plain, dst, index, 0)
	f.checkTDZ(dst, name)
}

func (f *funcState) checkTDZ(r int, name *jstring.String) {
	f.emit32(bytecode.OpCHECKTDZ, r, uint32(f.stringConst(name)))
}

// storeVariable stores src in b; check is set if it may be uninitialised,
// which assignments must not find.
func (f *funcState) storeVariable(b *ast.Binding, v variable, src int, check bool) {
	switch v.kind {
	case inRegister:
		if check {
			f.checkTDZ(v.index, b.Name)
		}
		f.move(v.index, src)
	case inBox:
		f.storeBox(bytecode.OpBOXSET, bytecode.OpBOXSETCHK, bytecode.OpBOXGET, v.index, src, b.Name, check)
	case captured:
		f.storeBox(bytecode.OpCAPSET, bytecode.OpCAPSETCHK, bytecode.OpCAPGET, v.index, src, b.Name, check)
	case spilled:
		mark := f.next
		t := f.alloc()
		f.loadNumber(t, float64(v.index))
		f.emit(bytecode.OpSETELEM, f.spillReg, t, src)
		f.release(mark)
	case global:
		f.storeGlobal(b.Name, src)
	case dynamic:
		f.lookupSet(b.Name, src)
	}
}

func (f *funcState) storeBox(plain, checked, get bytecode.Op, index, src int, name *jstring.String, check bool) {
	if check {
		if k := f.stringConst(name); k < maxLowConsts {
			f.emit(checked, index, src, k)
			return
		}
		mark := f.next
		t := f.alloc()
		f.emit(get, t, index, 0)
		f.checkTDZ(t, name)
		f.release(mark)
	}
	f.emit(plain, index, src, 0)
}

// initialize gives b its first value, src.
func (f *funcState) initialize(b *ast.Binding, src int) {
	if b.Scope != nil && b.Scope.Kind == ast.ScopeGlobal && b.Kind.IsLexical() {
		i, ok := f.globalSite(b.Name)
		if !ok {
			f.c.tooLarge()
		}
		f.ext(bytecode.ExtINITGLOBALLEX, i, src, 0)
		return
	}
	f.storeVariable(b, f.variable(b), src, false)
}

// ownRegister returns the register that b itself is, or noReg.
func (f *funcState) ownRegister(b *ast.Binding) int {
	if b != nil {
		if v, ok := f.vars[b]; ok && v.kind == inRegister {
			f.needArguments(b)
			return v.index
		}
	}
	return noReg
}

func (f *funcState) loadGlobal(name *jstring.String, dst int) {
	if i, ok := f.globalSite(name); ok {
		f.emit(bytecode.OpGETGLOBAL, dst, i, 0)
		return
	}
	f.lookup(bytecode.ExtLOOKUP, dst, name)
}

func (f *funcState) storeGlobal(name *jstring.String, src int) {
	if i, ok := f.globalSite(name); ok {
		strict := 0
		if f.strict {
			strict = 1
		}
		f.emit(bytecode.OpSETGLOBAL, i, src, strict)
		return
	}
	f.lookupSet(name, src)
}

// scopeRegister returns a register with the innermost scope record, which
// is a fresh one with undefined if there is none.
func (f *funcState) scopeRegister() int {
	if f.scope != noReg {
		return f.scope
	}
	r := f.alloc()
	f.loadUndefined(r)
	return r
}

func (f *funcState) lookup(op bytecode.ExtOp, dst int, name *jstring.String) {
	mark := f.next
	s := f.scopeRegister()
	f.release(mark)
	f.ext(op, dst, s, f.nameConst(name))
}

func (f *funcState) lookupSet(name *jstring.String, src int) {
	mark := f.next
	s := f.scopeRegister()
	f.release(mark)
	f.ext(bytecode.ExtLOOKUPSET, s, src, f.nameConst(name))
}
