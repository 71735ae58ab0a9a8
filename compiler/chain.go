package compiler

import (
	"github.com/burrowjs/burrow/ast"
	"github.com/burrowjs/burrow/bytecode"
)

// A chain is a sequence of property accesses, calls and tagged templates, one
// applied to the value of the other: a.b[c](d).e. Chains may be very long and
// are compiled from a list.

// chainUse tells what is wanted of a chain.
type chainUse uint8

const (
	chainValue  chainUse = iota
	chainCallee          // function and this value, in two fresh registers
	chainTail            // the value is returned, by a tail call if the last link is a call
)

// isChain reports whether e is compiled by chain, whose destination may be the
// first free register without being allocated.
func isChain(e ast.Expr) bool {
	switch e.(type) {
	case *ast.MemberExpression, *ast.IndexExpression, *ast.PrivateMemberExpression, *ast.CallExpression, *ast.TaggedTemplate,
		*ast.SuperProperty:
		return true
	}
	return false
}

// chainLinks takes a chain apart: the expression at its beginning and the links
// in the order of evaluation.
func chainLinks(e ast.Expr) (base ast.Expr, links []ast.Expr) {
	for {
		switch x := e.(type) {
		case *ast.ParenthesizedExpression:
			e = x.Expression
			continue
		case *ast.MemberExpression:
			links = append(links, x)
			e = x.Object
		case *ast.IndexExpression:
			links = append(links, x)
			e = x.Object
		case *ast.PrivateMemberExpression:
			links = append(links, x)
			e = x.Object
		case *ast.CallExpression:
			links = append(links, x)
			e = x.Callee
		case *ast.TaggedTemplate:
			links = append(links, x)
			e = x.Tag
		default:
			for i, j := 0, len(links)-1; i < j; i, j = i+1, j-1 {
				links[i], links[j] = links[j], links[i]
			}
			return e, links
		}
	}
}

func isCall(e ast.Expr) bool {
	switch e.(type) {
	case *ast.CallExpression, *ast.TaggedTemplate:
		return true
	}
	return false
}

// chain evaluates a chain into dst; none is where it goes if an optional link finds
// undefined or null.
func (f *funcState) chain(e ast.Expr, dst int, none *label) {
	f.chainFor(e, dst, none, chainValue)
}

// optionalChain evaluates a chain with ?. in it.
func (f *funcState) optionalChain(e *ast.OptionalChain, dst int) {
	none, end := &label{}, &label{}
	f.chain(e.Expression, dst, none)
	f.jump(end)
	f.bind(none)
	f.loadUndefined(dst)
	f.bind(end)
}

// chainState is a chain on its way.
type chainState struct {
	mark   int // temporaries start here
	value  int // register of the value so far
	callee int // register of the callee and this of a call that follows, or noReg
}

func (f *funcState) chainFor(e ast.Expr, dst int, none *label, use chainUse) {
	base, links := chainLinks(e)
	s := chainState{mark: f.next, callee: noReg}
	f.chainBase(&s, base, links, use, dst)
	for i, l := range links {
		last := i == len(links)-1
		out := s.mark
		if last && use != chainCallee {
			out = dst
		}
		callNext := last && use == chainCallee || !last && isCall(links[i+1])
		switch l := l.(type) {
		case *ast.CallExpression:
			f.chainCall(&s, l, out, none, last && use == chainTail)
		case *ast.TaggedTemplate:
			f.taggedTemplate(&s, l, out, last && use == chainTail)
		default:
			f.chainAccess(&s, l, out, none, callNext)
			continue
		}
		s.value, s.callee = out, noReg
		f.release(s.mark)
		if !last {
			f.alloc()
		} else if use == chainCallee {
			f.plainCallee(&s)
		}
	}
}

// chainBase evaluates the beginning of a chain.
func (f *funcState) chainBase(s *chainState, base ast.Expr, links []ast.Expr, use chainUse, dst int) {
	call := len(links) > 0 && isCall(links[0]) || len(links) == 0 && use == chainCallee
	if !call {
		if len(links) == 0 {
			if sup, ok := base.(*ast.SuperProperty); ok {
				f.superGet(sup, dst)
				return
			}
			f.to(base, dst)
			return
		}
		called := len(links) == 1 && use == chainCallee || len(links) > 1 && isCall(links[1])
		if !called && f.readsArguments(base, links[0]) {
			s.value = f.argsReg
			return
		}
		s.value = f.any(base)
		if x, ok := links[0].(*ast.IndexExpression); ok && s.value < s.mark && mayAssign(x.Index) {
			t := f.alloc()
			f.move(t, s.value)
			s.value = t
		}
		return
	}
	switch b := base.(type) {
	case *ast.Identifier:
		f.nameCallee(s, b)
	case *ast.SuperProperty:
		s.callee = f.allocN(2)
		mark := f.next
		if b.Property != nil {
			sb := f.superBase()
			f.at(b.Property.Start)
			f.getSuper(s.callee, sb, b)
			f.move(s.callee+1, sb+1)
		} else {
			sb, key := f.superReference(b)
			f.ext(bytecode.ExtGETSUPERELEM, s.callee, sb, key)
			f.move(s.callee+1, sb+1)
		}
		f.release(mark)
	case *ast.OptionalChain:
		none, end := &label{}, &label{}
		f.chainFor(b.Expression, noReg, none, chainCallee)
		s.callee = s.mark
		f.jump(end)
		f.bind(none)
		f.loadUndefined(s.callee)
		f.loadUndefined(s.callee + 1)
		f.bind(end)
	default:
		s.callee = f.push(base)
		f.loadUndefined(f.alloc())
	}
}

// nameCallee loads a function called by its name.
func (f *funcState) nameCallee(s *chainState, id *ast.Identifier) {
	s.callee = f.allocN(2)
	f.at(id.Start)
	lookup := id.Binding == nil && f.dynamicNames
	if id.Binding != nil {
		lookup = f.variable(id.Binding).kind == dynamic
	}
	if lookup {
		f.ext(bytecode.ExtLOOKUPCALL, s.callee, f.scope, f.nameConst(id.Name))
		return
	}
	f.identifier(id, s.callee)
	f.loadUndefined(s.callee + 1)
}

// plainCallee makes the value of a chain a callee without a this value.
func (f *funcState) plainCallee(s *chainState) {
	f.release(s.mark)
	w := f.allocN(2)
	f.move(w, s.value)
	f.loadUndefined(w + 1)
	s.callee = w
}

// chainAccess compiles a property access. If a call follows, it leaves the
// function and its this value at s.callee.
func (f *funcState) chainAccess(s *chainState, l ast.Expr, out int, none *label, call bool) {
	var optional bool
	var pos uint32
	switch l := l.(type) {
	case *ast.MemberExpression:
		optional, pos = l.Optional, l.Property.Start
	case *ast.IndexExpression:
		optional, pos = l.Optional, l.Object.End()
	case *ast.PrivateMemberExpression:
		optional, pos = l.Optional, l.Property.Start
	}
	if optional && none != nil {
		f.branch(bytecode.OpJNULLISH, s.value, 0, none)
	}
	obj := s.value
	if call {
		f.release(s.mark)
		s.callee = f.allocN(2)
		out = s.callee
	} else if obj < s.mark {
		f.release(s.mark)
	} else {
		f.release(obj + 1)
	}
	f.accessInto(l, obj, out, call, pos)
	f.release(s.mark)
	s.value = out
	if call {
		f.allocN(2)
	} else if out == s.mark {
		f.alloc()
	}
}

// accessInto emits the access of l on the object in register obj.
func (f *funcState) accessInto(l ast.Expr, obj, out int, call bool, pos uint32) {
	if obj == f.argsReg && !call && f.argumentsAccess(l, out, pos) {
		return
	}
	switch l := l.(type) {
	case *ast.MemberExpression:
		f.at(pos)
		if !call {
			f.getField(out, obj, l.Property.Name)
			return
		}
		if i, ok := f.site(l.Property.Name); ok {
			f.emit(bytecode.OpGETMETHOD, out, obj, i)
			return
		}
		key := f.alloc()
		f.loadString(key, l.Property.Name)
		f.emit(bytecode.OpGETELEMMETHOD, out, obj, key)
	case *ast.IndexExpression:
		if str, ok := ast.Unparen(l.Index).(*ast.StringLiteral); ok && !call && !isArrayIndex(str.Value) {
			f.at(pos)
			f.getField(out, obj, str.Value)
			return
		}
		key := f.any(l.Index)
		f.at(pos)
		if call {
			f.emit(bytecode.OpGETELEMMETHOD, out, obj, key)
		} else {
			f.emit(bytecode.OpGETELEM, out, obj, key)
		}
	case *ast.PrivateMemberExpression:
		name := f.privateName(l.Property)
		f.at(pos)
		if call {
			f.move(out+1, obj)
			obj = out + 1
		}
		f.emit(bytecode.OpGETPRIVATE, out, obj, name)
	}
}

// superGet evaluates super.name or super[key] into dst.
func (f *funcState) superGet(e *ast.SuperProperty, dst int) {
	if e.Property != nil {
		base := f.superBase()
		f.at(e.Property.Start)
		f.getSuper(dst, base, e)
		return
	}
	base, key := f.superReference(e)
	f.ext(bytecode.ExtGETSUPERELEM, dst, base, key)
}

// getSuper emits the load of super.name.
func (f *funcState) getSuper(dst, base int, e *ast.SuperProperty) {
	if i, ok := f.site(e.Property.Name); ok {
		f.emit(bytecode.OpGETSUPER, dst, base, i)
		return
	}
	key := f.alloc()
	f.loadString(key, e.Property.Name)
	f.ext(bytecode.ExtSUPERBASE, base, base, 0)
	f.ext(bytecode.ExtGETSUPERELEM, dst, base, key)
}
