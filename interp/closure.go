package interp

import (
	"unsafe"

	"github.com/burrowjs/burrow/bytecode"
	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/object"
)

// ClassClosure is the class of ECMAScript function objects (10.2). length, name
// and prototype are made when somebody asks.
var ClassClosure = &object.Class{Name: "Function", Kind: object.KindClosure}

func init() {
	ClassClosure.HasLazy = func(a *object.Agent, o *object.Object, k object.PropertyKey) bool {
		return k == a.NameKey(object.NameLength) || k == a.NameKey(object.NameName) || k == a.NameKey(object.NamePrototype) ||
			k == a.NameKey(object.NameArguments) || k == a.NameKey(object.NameCaller)
	}
	ClassClosure.Materialize = materializeClosure
	ClassClosure.Trace = traceClosure
	ClassClosure.Size = func(o *object.Object) int {
		return int(unsafe.Sizeof(Closure{})) + int(closureOf(o).ncap)*int(ptrSize)
	}
}

// newClosure is OrdinaryFunctionCreate (10.2.3) with the kind that the
// template says, without its captured variables.
func (m *Machine) newClosure(code *Code) (*object.Object, *Closure) {
	t := code.template
	o, c := object.NewInline[Closure](m.agent, ClassClosure, m.functionProto(code.realm, t.Flags))
	c.code, c.name = code, object.Empty
	if t.Name != nil {
		s := *t.Name
		c.name = object.Str(&s)
	}
	o.SetCallable(t.Flags&bytecode.FlagConstructor != 0)
	if t.Flags&bytecode.FlagClassConstructor != 0 {
		o.SetClassConstructor()
	}
	c.derived = t.Flags&bytecode.FlagDerived != 0
	o.SetLazy()
	return o, c
}

func (m *Machine) functionProto(r *object.Realm, f bytecode.Flags) *object.Object {
	switch {
	case f&bytecode.FlagAsync != 0 && f&bytecode.FlagGenerator != 0:
		return r.Intrinsic(object.IntrinsicAsyncGeneratorFunctionPrototype)
	case f&bytecode.FlagAsync != 0:
		return r.Intrinsic(object.IntrinsicAsyncFunctionPrototype)
	case f&bytecode.FlagGenerator != 0:
		return r.Intrinsic(object.IntrinsicGeneratorFunctionPrototype)
	}
	return r.Intrinsic(object.IntrinsicFunctionPrototype)
}

func materializeClosure(a *object.Agent, o *object.Object) {
	c := closureOf(o)
	t := c.code.template
	o.AppendProperty(a, a.NameKey(object.NameLength), object.Int(int32(t.Length)), object.AttrConfigurable)
	if c.name.IsString() {
		o.AppendProperty(a, a.NameKey(object.NameName), c.name, object.AttrConfigurable)
	}
	if isPlainSloppy(t) {
		o.AppendActivation(a)
	}
	key := a.NameKey(object.NamePrototype)
	switch {
	case t.Flags&bytecode.FlagGenerator != 0:
		id := object.IntrinsicGeneratorPrototype
		if t.Flags&bytecode.FlagAsync != 0 {
			id = object.IntrinsicAsyncGeneratorPrototype
		}
		proto := a.NewObject(c.code.realm.Intrinsic(id))
		o.AppendProperty(a, key, object.Obj(proto), object.AttrWritable)
	case t.Flags&bytecode.FlagClassConstructor != 0:
		// MakeConstructor happens in ClassDefinitionEvaluation.
	case t.Flags&bytecode.FlagConstructor != 0:
		// 10.2.5 MakeConstructor
		proto := a.NewObject(c.code.realm.Intrinsic(object.IntrinsicObjectPrototype))
		proto.AppendProperty(a, a.NameKey(object.NameConstructor), object.Obj(o), object.AttrMethod)
		o.AppendProperty(a, key, object.Obj(proto), object.AttrWritable)
	}
}

func traceClosure(o *object.Object, v object.Visitor) {
	c := closureOf(o)
	v.Value(c.name)
	c.code.trace(v)
	if c.home != nil {
		v.Object(c.home)
	}
	if c.fields != nil {
		v.Object(c.fields)
	}
	for _, b := range unsafe.Slice((**val)(c.captured), c.ncap) {
		v.Value(b.value())
	}
	for s := c.scope; s != nil; s = s.parent {
		s.trace(v)
	}
	if c.code.realm.GlobalObject != nil {
		v.Object(c.code.realm.GlobalObject)
	}
}

// capture collects the boxes that a closure of t made in the running frame refers to.
func (m *Machine) capture(c *Closure, t *bytecode.Function) {
	n := len(t.Captures)
	if n == 0 {
		return
	}
	boxes := make([]unsafe.Pointer, n)
	var own unsafe.Pointer
	if f := m.reg(0); f.isObject() {
		own = closureOf((*object.Object)(f.ref)).captured
	}
	for i := range t.Captures {
		if k := &t.Captures[i]; k.FromParent {
			boxes[i] = *(*unsafe.Pointer)(unsafe.Add(own, uintptr(k.Index)*ptrSize))
		} else {
			boxes[i] = m.reg(uint16(k.Index)).ref
		}
	}
	c.captured, c.ncap = unsafe.Pointer(unsafe.SliceData(boxes)), uint32(n)
}

func slowClosure(m *Machine, in *bytecode.Instr) {
	o := m.makeClosure(in.B, in.C)
	if o != nil {
		m.reg(in.A).set(object.Obj(o))
	}
}

// makeClosure makes the closure of inner function f; nil if it raised.
func (m *Machine) makeClosure(f, scope uint16) *object.Object {
	code := m.code.children[f]
	t := code.template
	if err := m.agent.Charge(160 + len(t.Captures)*int(ptrSize)); err != nil {
		m.raise(err)
		return nil
	}
	o, c := m.newClosure(code)
	m.capture(c, t)
	if t.Flags&bytecode.FlagNeedsScope != 0 {
		c.scope = m.scopeIn(scope)
	}
	return o
}

// TemplateOf returns the template of an ECMAScript function object, or nil.
func TemplateOf(o *object.Object) *bytecode.Function {
	if o.Kind() != object.KindClosure {
		return nil
	}
	return closureOf(o).code.template
}

// RealmOf returns the realm of an ECMAScript function object.
func RealmOf(o *object.Object) *object.Realm { return closureOf(o).code.realm }

func slowNewBox(m *Machine, in *bytecode.Instr) {
	if err := m.agent.Charge(int(valSize)); err != nil {
		m.raise(err)
		return
	}
	b := &object.Box{V: object.Undefined}
	if in.Op == bytecode.OpBOXVALUE {
		b.V = m.get(in.B)
	} else if in.B == 1 {
		b.V = object.TDZ
	}
	r := m.reg(in.A)
	r.ref, r.bits = unsafe.Pointer(b), bitsBox
}

func (m *Machine) tdzError(name *jstring.String) {
	m.raise(m.agent.ReferenceError("Cannot access '%s' before initialization", name.String()))
}

func slowTDZ32(m *Machine, in *bytecode.Instr) { m.raiseTDZ(m.code.template.Consts[in.BC()].Str) }

func slowTDZC(m *Machine, in *bytecode.Instr) { m.raiseTDZ(m.code.template.Consts[in.C].Str) }

// raiseTDZ throws for an uninitialised binding; the pseudo binding of this has
// a message of its own.
func (m *Machine) raiseTDZ(name *jstring.String) {
	if name.EqualGo("%this") || name.EqualGo("this") {
		m.raise(m.superNotCalled())
		return
	}
	m.tdzError(name)
}

func (m *Machine) superNotCalled() error {
	return m.agent.ReferenceError("Must call super constructor in derived class before accessing 'this' or returning from derived constructor")
}
