package compiler

import (
	"github.com/burrowjs/burrow/ast"
	"github.com/burrowjs/burrow/bytecode"
	"github.com/burrowjs/burrow/internal/jstring"
)

// referenceKind tells what an assignment target is.
type referenceKind uint8

const (
	refVariable referenceKind = iota // a resolved name
	refGlobal                        // a global name
	refLookup                        // a reference that LOOKUPREF resolved
	refMember                        // object.name
	refIndex                         // object[key]
	refPrivate                       // object.#name
	refSuper                         // super.name and super[key]
	refInvalid                       // a call: throws
	refConstant                      // an immutable binding
	refIgnored                       // a function expression's own name, sloppy
)

// reference is a target whose parts are evaluated.
type reference struct {
	kind    referenceKind
	binding *ast.Binding
	name    *jstring.String
	base    int // object; first register of refLookup and refSuper
	key     int
	check   bool // the binding may be uninitialised
	pos     uint32
}

// reference evaluates the parts of a target; later is what is evaluated before
// it is used. Resolving a name early matters only if later can change the
// outcome, simple tells that it cannot.
func (f *funcState) reference(target ast.Pattern, simple bool, later ...ast.Node) reference {
	switch t := ast.UnparenPattern(target).(type) {
	case *ast.Identifier:
		return f.nameReference(t, simple)
	case *ast.MemberExpression:
		obj := f.stable(t.Object, later...)
		return reference{kind: refMember, base: obj, name: t.Property.Name, pos: t.Property.Start}
	case *ast.IndexExpression:
		if s, ok := ast.Unparen(t.Index).(*ast.StringLiteral); ok && !isArrayIndex(s.Value) {
			obj := f.stable(t.Object, later...)
			return reference{kind: refMember, base: obj, name: s.Value, pos: t.Start}
		}
		obj := f.stable(t.Object, append([]ast.Node{t.Index}, later...)...)
		key := f.stable(t.Index, later...)
		return reference{kind: refIndex, base: obj, key: key, pos: t.Start}
	case *ast.PrivateMemberExpression:
		obj := f.stable(t.Object, later...)
		return reference{kind: refPrivate, base: obj, key: f.privateName(t.Property), pos: t.Property.Start}
	case *ast.SuperProperty:
		base, key := f.superReference(t)
		return reference{kind: refSuper, base: base, key: key, pos: t.Start}
	case *ast.CallExpression:
		f.effect(t)
		f.at(t.Start)
		k := f.stringConst(f.c.name("Invalid left-hand side in assignment"))
		f.ext32(bytecode.ExtTHROWREF, 0, uint32(k))
		return reference{kind: refInvalid}
	}
	return reference{kind: refInvalid}
}

func (f *funcState) nameReference(id *ast.Identifier, simple bool) reference {
	r := reference{name: id.Name, binding: id.Binding, check: id.NeedsTDZ, pos: id.Start}
	if id.Binding == nil {
		if !f.dynamicNames && (simple || !f.strict) {
			r.kind = refGlobal
			return r
		}
		r.kind = refLookup
		f.at(id.Start)
		r.base = f.allocN(2)
		mark := f.next
		f.ext(bytecode.ExtLOOKUPREF, r.base, f.scopeRegister(), f.nameConst(id.Name))
		f.release(mark)
		return r
	}
	v := f.variable(id.Binding)
	switch {
	case v.kind == dynamic:
		r.binding = nil
		r.kind = refLookup
		f.at(id.Start)
		r.base = f.allocN(2)
		f.ext(bytecode.ExtLOOKUPREF, r.base, f.scope, f.nameConst(id.Name))
	case v.kind == global:
		r.kind = refGlobal
	case id.Binding.Kind == ast.BindingFunctionName && !f.strict:
		r.kind = refIgnored
	case id.Binding.Kind.IsImmutable():
		r.kind = refConstant
	}
	return r
}

// get loads the value of r into dst.
func (f *funcState) get(r *reference, dst int) {
	f.at(r.pos)
	switch r.kind {
	case refVariable, refConstant, refIgnored:
		f.loadVariable(r.binding, f.variable(r.binding), dst, r.check)
		r.check = false
	case refGlobal:
		f.loadGlobal(r.name, dst)
	case refLookup:
		f.ext(bytecode.ExtGETREF, dst, r.base, f.nameConst(r.name))
	case refMember:
		f.getField(dst, r.base, r.name)
	case refIndex:
		f.emit(bytecode.OpGETELEM, dst, r.base, r.key)
	case refPrivate:
		f.emit(bytecode.OpGETPRIVATE, dst, r.base, r.key)
	case refSuper:
		f.ext(bytecode.ExtGETSUPERELEM, dst, r.base, r.key)
	case refInvalid:
		f.loadUndefined(dst)
	}
}

// put assigns src to r.
func (f *funcState) put(r *reference, src int) {
	f.at(r.pos)
	switch r.kind {
	case refVariable:
		f.storeVariable(r.binding, f.variable(r.binding), src, r.check)
	case refConstant:
		if r.check {
			mark := f.next
			t := f.alloc()
			f.loadVariable(r.binding, f.variable(r.binding), t, true)
			f.release(mark)
		}
		f.ext32(bytecode.ExtCONSTERROR, 0, uint32(f.stringConst(r.name)))
	case refGlobal:
		f.storeGlobal(r.name, src)
	case refLookup:
		f.ext(bytecode.ExtPUTREF, r.base, src, f.nameConst(r.name))
	case refMember:
		f.setField(r.base, r.name, src)
	case refIndex:
		f.setElem(r.base, r.key, src)
	case refPrivate:
		f.emit(bytecode.OpSETPRIVATE, r.base, r.key, src)
	case refSuper:
		f.ext(bytecode.ExtSETSUPER, r.base, r.key, src)
	}
}

// getField loads the property name of the object in obj. The object may be the
// function itself, whose arguments property tells what it was called with.
func (f *funcState) getField(dst, obj int, name *jstring.String) {
	if f.node != nil && !f.strict && !f.arrow && !f.async && !f.generator && name.EqualGo("arguments") {
		f.fn.Flags |= bytecode.FlagNeedsArguments
	}
	i, ok := f.site(name)
	if !ok {
		mark := f.next
		t := f.alloc()
		f.loadString(t, name)
		f.emit(bytecode.OpGETELEM, dst, obj, t)
		f.release(mark)
		return
	}
	op := bytecode.OpGETFIELD
	if name.EqualGo("length") {
		op = bytecode.OpGETLENGTH
	}
	f.emit(op, dst, obj, i)
}

func (f *funcState) setField(obj int, name *jstring.String, src int) {
	i, ok := f.site(name)
	if !ok {
		mark := f.next
		t := f.alloc()
		f.loadString(t, name)
		f.setElem(obj, t, src)
		f.release(mark)
		return
	}
	f.code[f.emit(bytecode.OpSETFIELD, obj, src, i)].N = uint8(boolInt(f.strict))
}

func (f *funcState) setElem(obj, key, src int) {
	f.code[f.emit(bytecode.OpSETELEM, obj, key, src)].N = uint8(boolInt(f.strict))
}

// initField defines the property name of a new object.
func (f *funcState) initField(obj int, name *jstring.String, src int) {
	if i, ok := f.site(name); ok && !isArrayIndex(name) {
		f.emit(bytecode.OpINITFIELD, obj, src, i)
		return
	}
	mark := f.next
	t := f.alloc()
	f.loadString(t, name)
	f.emit(bytecode.OpINITELEM, obj, t, src)
	f.release(mark)
}

// isArrayIndex reports whether s could be an integer index, which is no
// property name for a site.
func isArrayIndex(s *jstring.String) bool {
	return s.Len() > 0 && s.At(0) >= '0' && s.At(0) <= '9'
}

// superReference evaluates the this value and key of super.name or super[key]:
// registers with the super base and this, and one with the key.
func (f *funcState) superReference(t *ast.SuperProperty) (base, key int) {
	base = f.superBase()
	key = f.alloc()
	if t.Property != nil {
		f.loadString(key, t.Property.Name)
	} else {
		f.to(t.Index, key)
	}
	f.at(t.Start)
	f.ext(bytecode.ExtSUPERBASE, base, base, 0)
	return base, key
}

// superBase loads the home object and this into two registers.
func (f *funcState) superBase() int {
	base := f.allocN(2)
	mark := f.next
	f.move(base+1, f.thisValue())
	f.release(mark)
	home := f.pseudo(pseudoHome)
	f.loadVariable(home, f.variable(home), base, false)
	return base
}

// privateName returns a register with the value of a private name.
func (f *funcState) privateName(p *ast.PrivateIdentifier) int {
	if p.Private != nil {
		b := f.c.privateBinding(p.Private)
		if r := f.ownRegister(b); r != noReg {
			return r
		}
		t := f.alloc()
		f.loadVariable(b, f.variable(b), t, false)
		return t
	}
	t := f.alloc()
	f.lookup(bytecode.ExtLOOKUP, t, p.Name)
	return t
}
