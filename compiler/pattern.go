package compiler

import (
	"github.com/burrowjs/burrow/ast"
	"github.com/burrowjs/burrow/bytecode"
)

// assignPattern assigns the value in src to a target; declare tells that names in
// it are declarations to be initialised (let, const, parameters), not assigned.
func (f *funcState) assignPattern(target ast.Pattern, src int, declare bool) {
	mark := f.next
	switch t := ast.UnparenPattern(target).(type) {
	case *ast.ArrayPattern:
		f.arrayPattern(t, src, declare)
	case *ast.ObjectPattern:
		f.objectPattern(t, src, declare)
	case *ast.Identifier:
		if declare {
			f.initialize(t.Binding, src)
			break
		}
		ref := f.nameReference(t, true)
		f.put(&ref, src)
	default:
		ref := f.reference(target, true)
		f.put(&ref, src)
	}
	f.release(mark)
}

// initElement replaces undefined in r by the value of an initialiser, if any.
func (f *funcState) initElement(target ast.Pattern, init ast.Expr, r int) {
	if init == nil {
		return
	}
	given := &label{}
	mark := f.next
	f.branch(bytecode.OpJNOTUNDEF, r, 0, given)
	f.namedTarget(init, target, r)
	f.release(mark)
	f.bind(given)
}

// element assigns to one element of a pattern what fetch puts into a register.
// The target is evaluated before.
func (f *funcState) element(e *ast.AssignmentElement, declare bool, fetch func(dst int)) {
	mark := f.next
	f.target(e.Target, e.Init, declare, fetch)
	f.release(mark)
}

func (f *funcState) target(target ast.Pattern, init ast.Expr, declare bool, fetch func(dst int)) {
	id, _ := ast.UnparenPattern(target).(*ast.Identifier)
	switch {
	case isPattern(target):
		v := f.alloc()
		fetch(v)
		f.initElement(target, init, v)
		f.assignPattern(target, v, declare)
	case declare && id != nil:
		if r := f.ownRegister(id.Binding); r != noReg && !id.Binding.NeedsTDZ {
			fetch(r)
			f.initElement(target, init, r)
			return
		}
		v := f.alloc()
		fetch(v)
		f.initElement(target, init, v)
		f.initialize(id.Binding, v)
	default:
		ref := f.reference(target, false)
		v := f.alloc()
		fetch(v)
		f.initElement(target, init, v)
		f.put(&ref, v)
	}
}

// arrayPattern destructures an iterable (8.6.2 and 13.15.5.5).
func (f *funcState) arrayPattern(p *ast.ArrayPattern, src int, declare bool) {
	f.at(p.Start)
	it := f.allocN(3)
	f.emit(bytecode.OpGETITER, it, src, 0)
	protected := f.patternMayThrow(p, declare)
	var c *control
	if protected {
		c = f.pushControl(&control{kind: controlIterator, iterator: it})
		f.protect(c, f.alloc())
	}
	for i, e := range p.Elements {
		if e == nil {
			mark := f.next
			f.iteratorElement(it, f.alloc(), i > 0)
			f.release(mark)
			continue
		}
		f.at(e.Start)
		f.element(e, declare, func(dst int) { f.iteratorElement(it, dst, i > 0) })
	}
	if p.Rest != nil {
		f.at(p.Rest.Start)
		mark := f.next
		f.target(p.Rest.Target, nil, declare, func(dst int) { f.iteratorRest(it, dst, len(p.Elements) > 0) })
		f.release(mark)
	}
	if protected {
		f.popControl()
	}
	f.at(p.Start)
	f.emit(bytecode.OpITERCLOSE, it, 0, 0)
	if protected {
		f.closeOnThrow(c)
	}
}

// closeOnThrow emits the handler of an iterator's control: close and rethrow.
func (f *funcState) closeOnThrow(c *control) {
	end := &label{}
	f.jump(end)
	f.bind(c.handler)
	f.ext(bytecode.ExtITERCLOSEQ, c.iterator, 0, 0)
	f.rethrow(c.caught)
	f.bind(end)
}

// iteratorElement puts the next value of the iterator into dst, undefined if it is
// done, which can be so before unless this is the first element.
func (f *funcState) iteratorElement(it, dst int, mayBeDone bool) {
	done, end := &label{}, &label{}
	if mayBeDone {
		f.branch(bytecode.OpJTRUE, it+2, 0, done)
	}
	f.emit(bytecode.OpITERNEXT, it, dst, 0)
	f.branch(bytecode.OpITERVALUE, it, dst, done)
	f.jump(end)
	f.bind(done)
	f.loadUndefined(dst)
	f.bind(end)
}

// iteratorRest puts an array of the remaining values into dst.
func (f *funcState) iteratorRest(it, dst int, mayBeDone bool) {
	mark := f.next
	array, v := f.alloc(), f.alloc()
	done := &label{}
	f.emit32(bytecode.OpNEWARRAY, array, 0)
	if mayBeDone {
		f.branch(bytecode.OpJTRUE, it+2, 0, done)
	}
	top := f.here()
	f.emit(bytecode.OpITERNEXT, it, v, 0)
	f.branch(bytecode.OpITERVALUE, it, v, done)
	f.emit(bytecode.OpAPPEND, array, v, 0)
	f.jump(top)
	f.bind(done)
	f.move(dst, array)
	f.release(mark)
}

// patternMayThrow reports whether anything but the iterator can throw or suspend
// while an array pattern is destructured.
func (f *funcState) patternMayThrow(p *ast.ArrayPattern, declare bool) bool {
	simple := func(t ast.Pattern) bool {
		if declare {
			_, ok := t.(*ast.Identifier)
			return ok
		}
		return f.localTarget(t) != noReg
	}
	for _, e := range p.Elements {
		if e != nil && (e.Init != nil || !simple(e.Target)) {
			return true
		}
	}
	return p.Rest != nil && !simple(p.Rest.Target)
}

// objectPattern destructures an object (8.6.2 and 13.15.5.2).
func (f *funcState) objectPattern(p *ast.ObjectPattern, src int, declare bool) {
	f.at(p.Start)
	f.ext(bytecode.ExtREQUIREOBJ, src, 0, 0)
	keys := noReg
	if p.Rest != nil {
		keys = f.allocN(1 + len(p.Properties))
		f.loadNumber(keys, float64(len(p.Properties)))
	}
	for i, prop := range p.Properties {
		mark := f.next
		f.at(prop.Start)
		key := noReg
		switch {
		case prop.Computed:
			if key = keys + 1 + i; keys == noReg {
				key = f.alloc()
			}
			f.to(prop.Key.(ast.Expr), key)
			f.at(prop.Start)
			f.ext(bytecode.ExtTOKEY, key, key, 0)
		case keys != noReg || isArrayIndex(propertyName(prop.Key)):
			if key = keys + 1 + i; keys == noReg {
				key = f.alloc()
			}
			f.loadString(key, propertyName(prop.Key))
		}
		f.element(prop.Value, declare, func(dst int) {
			f.at(prop.Start)
			if key != noReg {
				f.emit(bytecode.OpGETELEM, dst, src, key)
			} else {
				f.getField(dst, src, propertyName(prop.Key))
			}
		})
		f.release(mark)
	}
	if p.Rest != nil {
		f.target(p.Rest.Target, nil, declare, func(dst int) {
			f.at(p.Rest.Start)
			f.ext(bytecode.ExtRESTPROPS, dst, src, keys)
		})
	}
}
