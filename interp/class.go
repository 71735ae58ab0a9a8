package interp

import (
	"unsafe"

	"github.com/burrowjs/burrow/bytecode"
	"github.com/burrowjs/burrow/object"
)

// Classes (15.7).

// classHeritage is steps 8 to 11 of ClassDefinitionEvaluation (15.7.14): the prototype's
// prototype and the constructor's.
func (m *Machine) classHeritage(base uint16, extends bool) (protoParent, ctorParent *object.Object, ok bool) {
	r := m.code.realm
	if !extends {
		return r.Intrinsic(object.IntrinsicObjectPrototype), r.Intrinsic(object.IntrinsicFunctionPrototype), true
	}
	super := m.get(base + 2)
	if super.IsNull() {
		return nil, r.Intrinsic(object.IntrinsicFunctionPrototype), true
	}
	if !object.IsConstructor(super) {
		m.raise(m.agent.TypeError("Class extends value %s is not a constructor or null", m.agent.Describe(super)))
		return nil, nil, false
	}
	proto, err := super.AsObject().Get(m.agent, m.agent.NameKey(object.NamePrototype))
	if err == nil && !proto.IsObject() && !proto.IsNull() {
		err = m.agent.TypeError("Class extends value does not have valid prototype property %s", m.agent.Describe(proto))
	}
	if err != nil {
		m.raise(err)
		return nil, nil, false
	}
	return proto.ObjectOrNil(), super.AsObject(), true
}

// extClass makes the prototype and the constructor of a class, which ClassDefinitionEvaluation
// (15.7.14) does before it looks at the elements.
func extClass(m *Machine, in *bytecode.Instr) {
	protoParent, ctorParent, ok := m.classHeritage(in.A, in.C == 1)
	if !ok {
		return
	}
	f := m.makeClosure(in.B, in.A+3)
	if f == nil {
		return
	}
	a := m.agent
	proto := a.NewObject(protoParent)
	closureOf(f).home = proto
	if ctorParent != m.code.realm.Intrinsic(object.IntrinsicFunctionPrototype) {
		if _, err := f.SetPrototypeOf(a, ctorParent); err != nil {
			m.raise(err)
			return
		}
	}
	if err := f.DefineValue(a, a.NameKey(object.NamePrototype), object.Obj(proto), 0); err != nil {
		m.raise(err)
		return
	}
	proto.AppendProperty(a, a.NameKey(object.NameConstructor), object.Obj(f), object.AttrMethod)
	m.reg(in.A).set(object.Obj(f))
	m.reg(in.A + 1).set(object.Obj(proto))
}

func setFields(ctor, init object.Value) {
	closureOf(ctor.AsObject()).fields = init.ObjectOrNil()
}

// slowInitFields is InitializeInstanceElements (7.3.33) through the class's
// initialiser function.
func slowInitFields(m *Machine, in *bytecode.Instr) {
	f := m.get(in.B).ObjectOrNil()
	if f == nil || f.Kind() != object.KindClosure {
		return
	}
	init := closureOf(f).fields
	if init == nil {
		return
	}
	if _, _, err := m.callInLoop(init, m.get(in.A), 0, actionDiscard); err != nil {
		m.raise(err)
	}
}

func extPrivateName(m *Machine, in *bytecode.Instr) {
	name := *m.code.template.Consts[in.B].Str
	s := object.NewPrivateName(&name)
	if in.C != in.B {
		s.Brand = m.code.template.Consts[in.C].Str
	}
	m.reg(in.A).set(object.Sym(s))
}

func extDefPrivate(m *Machine, in *bytecode.Instr) {
	if err := object.PrivateFieldAdd(m.agent, m.get(in.A).AsObject(), privateKey(m.get(in.B)), m.get(in.C)); err != nil {
		m.raise(err)
	}
}

func extDefPrivMethod(m *Machine, in *bytecode.Instr) {
	err := object.PrivateMethodOrAccessorAdd(m.agent, m.get(in.A).AsObject(), privateKey(m.get(in.B)), m.get(in.C).AsObject(), nil, nil)
	if err != nil {
		m.raise(err)
	}
}

func (m *Machine) definePrivateAccessor(in *bytecode.Instr, getter bool) {
	o, k, f := m.get(in.A).AsObject(), privateKey(m.get(in.B)), m.get(in.C).AsObject()
	get, set := f, (*object.Object)(nil)
	if !getter {
		get, set = nil, f
	}
	if object.CompletePrivateAccessor(o, k, get, set) {
		return
	}
	if err := object.PrivateMethodOrAccessorAdd(m.agent, o, k, nil, get, set); err != nil {
		m.raise(err)
	}
}

func extHasPrivate(m *Machine, in *bytecode.Instr) {
	o := m.get(in.B).ObjectOrNil()
	if o == nil {
		m.raise(m.agent.TypeError("Cannot use 'in' operator to search for '%s' in %s",
			privateKey(m.get(in.C)).String(), m.agent.Describe(m.get(in.B))))
		return
	}
	m.reg(in.A).set(object.Bool(object.PrivateElementFind(o, privateKey(m.get(in.C)))))
}

// callSpread calls R[base] with the elements of the array R[base+2].
func (m *Machine) callSpread(base, dst uint16) {
	f := m.get(base)
	if !object.IsCallable(f) {
		m.raise(m.notCallable(f))
		return
	}
	args := m.get(base + 2).AsObject().Elements().Values()
	v, done, err := m.callInLoop(f.AsObject(), m.get(base+1), dst, actionStore, args...)
	if err != nil {
		m.raise(err)
	} else if done {
		m.reg(dst).set(v)
	}
}

func extNewSpread(m *Machine, in *bytecode.Instr) {
	f := m.get(in.A)
	if !object.IsConstructor(f) {
		m.raise(m.notConstructor(f))
		return
	}
	m.constructList(f.AsObject(), f.AsObject(), m.get(in.A+2).AsObject().Elements().Values(), in.C)
}

// constructList constructs f with a list of arguments, in a frame of its own if it is a closure.
func (m *Machine) constructList(f, newTarget *object.Object, args []object.Value, dst uint16) {
	if f.Kind() == object.KindClosure {
		if err := m.agent.Tick(1); err != nil {
			m.raise(err)
			return
		}
		if err := m.pushConstruct(f, newTarget, args, 0); err != nil {
			m.raise(err)
			return
		}
		m.frames[m.fp].dst = dst
		return
	}
	o, err := m.agent.Construct(f, newTarget, args...)
	if err != nil {
		m.raise(err)
		return
	}
	m.reg(dst).set(object.Obj(o))
}

// superConstructor returns the super constructor in R[base]; nil if it raised.
func (m *Machine) superConstructor(base uint16) *object.Object {
	super := m.get(base).ObjectOrNil()
	if super == nil || !super.IsConstructor() {
		m.raise(m.noSuperConstructor(super))
		return nil
	}
	return super
}

func (m *Machine) noSuperConstructor(super *object.Object) error {
	name, class := "null", ""
	if super != nil && super != m.code.realm.Intrinsic(object.IntrinsicFunctionPrototype) {
		name = functionNameText(super)
	}
	if f := m.get(0).ObjectOrNil(); f != nil && m.code.template.Flags&bytecode.FlagClassConstructor != 0 {
		class = functionNameText(f)
	}
	if class == "" {
		return m.agent.TypeError("Super constructor %s of anonymous class is not a constructor", name)
	}
	return m.agent.TypeError("Super constructor %s of %s is not a constructor", name, class)
}

func extSuperCall(m *Machine, in *bytecode.Instr) {
	super := m.superConstructor(in.A)
	if super == nil {
		return
	}
	newTarget := m.get(in.A + 1).AsObject()
	m.construct(in.A, int(in.B), in.C, newTarget)
}

func extSuperSpread(m *Machine, in *bytecode.Instr) {
	super := m.superConstructor(in.A)
	if super == nil {
		return
	}
	m.constructList(super, m.get(in.A+1).AsObject(), m.get(in.A+2).AsObject().Elements().Values(), in.C)
}

func (m *Machine) superCalledTwice() error {
	return m.agent.ReferenceError("Super constructor may only be called once")
}

func extBindThis(m *Machine, in *bytecode.Instr) {
	if m.reg(in.A).bits != bitsTDZ {
		m.raise(m.superCalledTwice())
		return
	}
	m.reg(in.A).set(m.get(in.B))
}

func extBindThisBox(m *Machine, in *bytecode.Instr) {
	b := (*object.Box)(unsafe.Pointer(m.reg(in.A).ref))
	if !b.V.IsTDZ() {
		m.raise(m.superCalledTwice())
		return
	}
	b.V = m.get(in.B)
}
