package compiler

import (
	"github.com/burrowjs/burrow/ast"
	"github.com/burrowjs/burrow/bytecode"
	"github.com/burrowjs/burrow/internal/jstring"
)

// className returns the name of a class as written, or the empty string.
func className(e *ast.ClassNode) *jstring.String {
	if e.Name != nil {
		return e.Name.Name
	}
	return emptyString
}

// classState is a class being compiled.
type classState struct {
	node *ast.ClassNode
	// ctor and the register after it hold the constructor and its prototype.
	ctor int
	// methods are the private instance methods and accessors, statics those of the class.
	methods, statics []privateMethod
	// keys holds the bindings of computed keys of fields.
	keys map[*ast.ClassElement]*ast.Binding
}

// privateMethod is a private method or accessor function in a register.
type privateMethod struct {
	element  *ast.ClassElement
	function *ast.Binding
	reg      int
}

// class compiles 15.7.14 ClassDefinitionEvaluation into dst. The name is static, or nil
// if the key in register nameKey gives it.
func (f *funcState) class(e *ast.ClassNode, name *jstring.String, nameKey, dst int) {
	f.at(e.Start)
	state := f.openScope()
	strict := f.strict
	f.strict = true
	s := &classState{node: e, keys: map[*ast.ClassElement]*ast.Binding{}}
	s.ctor = f.allocN(4)
	f.classScope(e, name)
	if e.SuperClass != nil {
		f.to(e.SuperClass, s.ctor+2)
	}
	mark := f.next
	fn := f.constructor(e, name)
	if f.scope != noReg {
		f.move(s.ctor+3, f.scope)
	}
	f.at(e.Start)
	f.ext(bytecode.ExtCLASS, s.ctor, f.addFunction(fn), boolInt(e.SuperClass != nil))
	f.lazyBoxes = nil
	f.release(mark)
	if nameKey != noReg {
		f.ext(bytecode.ExtSETNAME, s.ctor, nameKey, prefixNone)
	}
	if e.Constructor != nil && e.Constructor.Has(ast.UsesSuperProperty) {
		f.ext(bytecode.ExtSETHOME, s.ctor, s.ctor+1, 0)
	}
	for _, el := range e.Elements {
		f.at(el.Start)
		f.classElement(s, el)
	}
	if e.Name != nil {
		f.initialize(e.Name.Binding, s.ctor)
	}
	if e.HasInstanceFields {
		f.instanceInitializer(s)
	}
	f.staticElements(s)
	f.strict = strict
	f.move(dst, s.ctor)
	f.closeScope(state)
}

// classScope declares the inner name and the private names.
func (f *funcState) classScope(e *ast.ClassNode, name *jstring.String) {
	for _, b := range e.Scope.Bindings {
		f.declare(b)
	}
	for _, p := range e.Scope.PrivateNames {
		r := f.alloc()
		text := f.nameConst(p.Name)
		brand := text
		if p.Kind != ast.PrivateField {
			brand = f.nameConst(f.c.name(brandOf(e, name, p.Static)))
		}
		f.ext(bytecode.ExtPRIVATENAME, r, text, brand)
		v := variable{inRegister, r}
		if p.Captured || needsRecord(e.Scope) {
			f.emit(bytecode.OpBOXVALUE, r, r, 0)
			v.kind = inBox
		}
		f.vars[f.c.privateBinding(p)] = v
	}
	f.makeRecord(e.Scope, 0)
}

// brandOf says in messages what has a private method or accessor.
func brandOf(e *ast.ClassNode, name *jstring.String, static bool) string {
	text := "anonymous"
	if e.Name != nil {
		text = e.Name.Name.String()
	} else if name != nil && name.Len() > 0 {
		text = name.String()
	}
	if static {
		return "class " + text
	}
	return "an instance of class " + text
}

// constructor compiles the constructor function of a class.
func (f *funcState) constructor(e *ast.ClassNode, name *jstring.String) *bytecode.Function {
	span := func(g *funcState) {
		g.fn.Start, g.fn.End = e.Start, e.Stop
		g.lastOffset, g.offset = e.Start, e.Start
		g.initFields = e.HasInstanceFields && e.SuperClass == nil
		if e.Name != nil {
			g.fn.Flags |= bytecode.FlagHasName
		}
	}
	if e.Constructor != nil {
		return f.c.build(f, e.Constructor, func(g *funcState) {
			g.setFunction(e.Constructor, name)
			span(g)
		}, (*funcState).functionCode)
	}
	return f.c.build(f, e, func(g *funcState) {
		g.setMethodLike(name)
		span(g)
		g.fn.Flags = bytecode.FlagStrict | bytecode.FlagConstructor | bytecode.FlagClassConstructor | g.fn.Flags&bytecode.FlagHasName
	}, func(g *funcState) { g.defaultConstructor(e) })
}

// setMethodLike prepares a function that has no node of its own.
func (f *funcState) setMethodLike(name *jstring.String) {
	f.fn.Name = name
	f.fn.Flags |= bytecode.FlagStrict | bytecode.FlagMethod
	f.strict = true
	f.next, f.high = 2, 2
}

// defaultConstructor emits the code of a class without constructor.
func (f *funcState) defaultConstructor(e *ast.ClassNode) {
	if e.SuperClass == nil {
		if f.initFields {
			f.emit(bytecode.OpINITFIELDS, 1, 0, 0)
		}
		f.emit(bytecode.OpRETUNDEF, 0, 0, 0)
		return
	}
	f.fn.Flags |= bytecode.FlagDerived | bytecode.FlagNeedsArguments
	result := f.alloc()
	w := f.allocN(3)
	f.ext(bytecode.ExtSUPERBASE, w, 0, 0)
	f.ext(bytecode.ExtNEWTARGET, w+1, 0, 0)
	f.ext(bytecode.ExtREST, w+2, 0, 0)
	f.ext(bytecode.ExtSUPERSPREAD, w, 0, result)
	f.emit(bytecode.OpINITFIELDS, result, 0, 0)
	f.emit(bytecode.OpRETURN, result, 0, 0)
}

// classElement evaluates one element: methods are defined, fields' keys evaluated.
func (f *funcState) classElement(s *classState, el *ast.ClassElement) {
	switch el.Kind {
	case ast.ElementStaticBlock:
		return
	case ast.ElementField:
		if el.Computed {
			key := f.alloc()
			f.to(el.Key.(ast.Expr), key)
			f.at(el.Start)
			f.ext(bytecode.ExtTOKEY, key, key, 0)
			s.keys[el] = f.synthetic(f.c.name("%key"), key)
		}
		return
	}
	home := s.ctor + 1
	if el.Static {
		home = s.ctor
	}
	prefix := prefixNone
	switch el.Kind {
	case ast.ElementGetter:
		prefix = prefixGet
	case ast.ElementSetter:
		prefix = prefixSet
	}
	if _, private := el.Key.(*ast.PrivateIdentifier); private {
		r := f.alloc()
		f.method(el, f.c.functionNameOf(el.Key, prefix), home, r)
		m := privateMethod{el, f.synthetic(f.c.name("%method"), r), r}
		if el.Static {
			s.statics = append(s.statics, m)
		} else {
			s.methods = append(s.methods, m)
		}
		return
	}
	mark := f.next
	key, fn := f.alloc(), f.alloc()
	if el.Computed {
		f.to(el.Key.(ast.Expr), key)
		f.at(el.Start)
		f.ext(bytecode.ExtTOKEY, key, key, 0)
		f.method(el, nil, home, fn)
		f.ext(bytecode.ExtSETNAME, fn, key, prefix)
	} else {
		f.loadString(key, propertyName(el.Key))
		f.method(el, f.c.functionNameOf(el.Key, prefix), home, fn)
	}
	op := [...]bytecode.ExtOp{prefixNone: bytecode.ExtDEFMETHOD, prefixGet: bytecode.ExtDEFCLSGETTER, prefixSet: bytecode.ExtDEFCLSSETTER}
	f.ext(op[prefix], home, key, fn)
	f.release(mark)
}

// method creates the function of a method in register r.
func (f *funcState) method(el *ast.ClassElement, name *jstring.String, home, r int) {
	mark := f.next
	f.closure(el.Function, name, r)
	f.release(mark)
	if el.Function.Has(ast.UsesSuperProperty) {
		f.ext(bytecode.ExtSETHOME, r, home, 0)
	}
}

var definePrivate = map[ast.ElementKind]bytecode.ExtOp{
	ast.ElementMethod: bytecode.ExtDEFPRIVMETHOD, ast.ElementGetter: bytecode.ExtDEFPRIVGET, ast.ElementSetter: bytecode.ExtDEFPRIVSET,
}

// instanceInitializer makes the function that gives instances their private methods
// and fields.
func (f *funcState) instanceInitializer(s *classState) {
	mark := f.next
	r := f.alloc()
	fn := f.initializer(s, func(g *funcState) {
		for _, m := range s.methods {
			g.definePrivateMethod(m, 1)
		}
		for _, el := range s.node.Elements {
			if el.Kind == ast.ElementField && !el.Static {
				g.defineField(s, el)
			}
		}
		g.emit(bytecode.OpRETUNDEF, 0, 0, 0)
	}, &s.keys)
	f.closureOf(fn, r)
	f.ext(bytecode.ExtSETHOME, r, s.ctor+1, 0)
	f.ext(bytecode.ExtCLASSFIELDS, s.ctor, r, 0)
	f.release(mark)
}

// initializer compiles a function of field initialisers. The key tells one
// function from the other.
func (f *funcState) initializer(s *classState, body func(g *funcState), key any) *bytecode.Function {
	return f.c.build(f, key, func(g *funcState) {
		g.setMethodLike(f.c.name("<instance_members_initializer>"))
		g.fn.Flags |= bytecode.FlagFieldInit
		g.fn.Start, g.fn.End = s.node.Start, s.node.Stop
		g.lastOffset, g.offset = s.node.Start, s.node.Start
	}, func(g *funcState) {
		scope := (*ast.Scope)(nil)
		for _, el := range s.node.Elements {
			if el.Kind == ast.ElementField && !el.Static && el.Function != nil && el.Function.Scope.HasDirectEval {
				scope = el.Function.Scope
			}
		}
		g.prologue(scope)
		body(g)
	})
}

func (f *funcState) definePrivateMethod(m privateMethod, object int) {
	mark := f.next
	name := f.privateName(m.element.Key.(*ast.PrivateIdentifier))
	fn := f.valueOf(m.function)
	f.ext(definePrivate[m.element.Kind], object, name, fn)
	f.release(mark)
}

// valueOf returns a register with the value of a binding.
func (f *funcState) valueOf(b *ast.Binding) int {
	if r := f.ownRegister(b); r != noReg {
		return r
	}
	t := f.alloc()
	f.loadVariable(b, f.variable(b), t, false)
	return t
}

// defineField evaluates a field's initialiser in the initialiser function and defines
// the field on this.
func (f *funcState) defineField(s *classState, el *ast.ClassElement) {
	mark := f.next
	f.startStatement(el.Start)
	key := noReg
	if b := s.keys[el]; b != nil {
		key = f.valueOf(b)
	}
	v := f.alloc()
	f.fieldValue(el, key, v)
	f.at(el.Start)
	f.addField(el, 1, key, v)
	f.release(mark)
}

// fieldValue evaluates the initialiser of a field.
func (f *funcState) fieldValue(el *ast.ClassElement, key, dst int) {
	if el.Function == nil {
		f.loadUndefined(dst)
		return
	}
	state := f.openScope()
	for _, b := range el.Function.Scope.Bindings {
		f.declare(b)
	}
	f.makeRecord(el.Function.Scope, recordVarScope|recordAlways)
	r := f.propertyValue(el.Function.Expression, el.Key, el.Computed, key, prefixNone)
	f.move(dst, r)
	f.closeScope(state)
}

// addField defines a field of the object in a register.
func (f *funcState) addField(el *ast.ClassElement, object, key, value int) {
	switch k := el.Key.(type) {
	case *ast.PrivateIdentifier:
		f.ext(bytecode.ExtDEFPRIVATE, object, f.privateName(k), value)
	default:
		if key != noReg {
			f.ext(bytecode.ExtDEFFIELD, object, key, value)
		} else {
			f.initField(object, propertyName(el.Key), value)
		}
	}
}

// staticElements adds static private methods, then evaluates static fields and blocks.
func (f *funcState) staticElements(s *classState) {
	for _, m := range s.statics {
		f.definePrivateMethod(m, s.ctor)
	}
	for _, el := range s.node.Elements {
		mark := f.next
		switch {
		case el.Kind == ast.ElementStaticBlock:
			f.callInitializer(s, f.c.function(f, el.Function, f.c.name("<static_initializer>")), el)
		case el.Kind == ast.ElementField && el.Static:
			f.staticField(s, el)
		}
		f.release(mark)
	}
}

func (f *funcState) staticField(s *classState, el *ast.ClassElement) {
	key := noReg
	if b := s.keys[el]; b != nil {
		key = f.valueOf(b)
	}
	if el.Function == nil {
		v := f.alloc()
		f.loadUndefined(v)
		f.addField(el, s.ctor, key, v)
		return
	}
	fn := f.c.build(f, el.Function, func(g *funcState) {
		g.setMethodLike(f.c.name("<static_initializer>"))
		g.fn.Flags |= bytecode.FlagFieldInit
		g.fn.Start, g.fn.End = el.Function.Start, el.Function.Stop
		g.lastOffset, g.offset = el.Function.Start, el.Function.Start
	}, func(g *funcState) {
		g.prologue(el.Function.Scope)
		inner := noReg
		if b := s.keys[el]; b != nil && isAnonymousFunction(el.Function.Expression) {
			inner = g.valueOf(b)
		}
		v := g.alloc()
		g.fieldValue(el, inner, v)
		g.emit(bytecode.OpRETURN, v, 0, 0)
	})
	v := f.callInitializer(s, fn, el)
	f.at(el.Start)
	f.addField(el, s.ctor, key, v)
}

// callInitializer calls a static initialiser on the class and returns the result.
func (f *funcState) callInitializer(s *classState, fn *bytecode.Function, el *ast.ClassElement) int {
	r := f.alloc()
	mark := f.next
	// The boxes that the closure captures come after its own registers here,
	// and are dead when it is called.
	f.closureOf(fn, r)
	f.release(mark)
	f.ext(bytecode.ExtSETHOME, r, s.ctor, 0)
	w := f.allocN(2)
	f.move(w, r)
	f.move(w+1, s.ctor)
	f.at(el.Start)
	f.emit(bytecode.OpCALL0, w, 0, r)
	return r
}
