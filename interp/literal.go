package interp

import (
	"github.com/burrowjs/burrow/bytecode"
	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/object"
)

// Literals: objects, arrays, regular expressions, template objects.

func slowNewObject(m *Machine, in *bytecode.Instr) {
	if err := m.agent.Charge(64); err != nil {
		m.raise(err)
		return
	}
	root := m.agent.RootShape(object.ClassObject, m.code.realm.Intrinsic(object.IntrinsicObjectPrototype))
	m.reg(in.A).set(object.Obj(object.NewWithShape(root, min(int(in.B), 64))))
}

func slowObjLit(m *Machine, in *bytecode.Instr) {
	aux := m.code.constAux(in.C)
	if aux.shape == nil {
		m.makeLiteralShape(aux, m.code.template.Consts[in.C].Strings)
	}
	if err := m.agent.Charge(32 + aux.size*int(valSize)); err != nil {
		m.raise(err)
		return
	}
	o := object.NewWithShape(aux.shape, aux.size)
	for i := range aux.size {
		o.InitSlot(uint32(i), m.get(in.B+uint16(i)))
	}
	m.reg(in.A).set(object.Obj(o))
}

func (m *Machine) makeLiteralShape(aux *constAux, names []*jstring.String) {
	a := m.agent
	keys := make([]object.PropertyKey, len(names))
	for i, n := range names {
		s := *n
		keys[i] = a.StringKey(&s)
	}
	root := a.RootShape(object.ClassObject, m.code.realm.Intrinsic(object.IntrinsicObjectPrototype))
	aux.shape, aux.size = a.LiteralShape(root, keys), len(names)
}

func slowNewArray(m *Machine, in *bytecode.Instr) {
	n := in.BC()
	if err := m.agent.Charge(64 + int(n)*8); err != nil {
		m.raise(err)
		return
	}
	m.reg(in.A).set(object.Obj(m.agent.NewArray(m.code.realm)))
}

func slowArrLit(m *Machine, in *bytecode.Instr) {
	if err := m.agent.Charge(64 + int(in.C)*int(valSize)); err != nil {
		m.raise(err)
		return
	}
	o := m.agent.NewArray(m.code.realm)
	e := o.Elements()
	if in.C > 0 {
		e.InitForm(m.get(in.B), uint32(in.C))
	}
	for i := range in.C {
		e.Append(m.get(in.B + i))
	}
	e.Length = e.Len
	m.reg(in.A).set(object.Obj(o))
}

func slowAppend(m *Machine, in *bytecode.Instr) {
	if !m.is(in.A, anArray) {
		return
	}
	e := m.get(in.A).AsObject().Elements()
	if err := m.appendElement(e, m.get(in.B)); err != nil {
		m.raise(err)
	}
}

// appendElement adds a value to an array under construction.
func (m *Machine) appendElement(e *object.Elements, v object.Value) error {
	if e.Len == e.Cap() {
		if err := m.agent.Charge((int(e.Len)/2 + 4) * e.ElementSize()); err != nil {
			return err
		}
	}
	if e.Len == object.MaxArrayIndex {
		return m.agent.RangeError("Invalid array length")
	}
	e.Append(v)
	e.Length = e.Len
	return nil
}

// extAppendHole is APPENDHOLE.
func extAppendHole(m *Machine, in *bytecode.Instr) {
	if err := m.appendElement(m.get(in.A).AsObject().Elements(), object.Hole); err != nil {
		m.raise(err)
	}
}

// extSpread is SPREAD: 13.2.4.1 for SpreadElement.
func extSpread(m *Machine, in *bytecode.Instr) {
	e := m.get(in.A).AsObject().Elements()
	v := m.get(in.B)
	list, err := m.spreadList(v)
	for i, x := range list {
		if err == nil {
			err = m.agent.AttendAt(i)
		}
		if err == nil {
			err = m.appendElement(e, x)
		}
	}
	if err != nil {
		m.raise(err)
	}
}

// spreadList is the list of what the iterator of v delivers.
func (m *Machine) spreadList(v object.Value) ([]object.Value, error) {
	if m.agent.PristineArray(v) != nil {
		return object.IterableToList(m.agent, v)
	}
	rec, err := object.GetIteratorElse(m.agent, v, false, m.notSpreadable)
	if err != nil {
		return nil, err
	}
	if !object.IsCallable(rec.Next) {
		return nil, m.notSpreadable(v)
	}
	return object.IteratorToList(m.agent, &rec)
}

// extTemplateObj is GetTemplateObject (13.2.8.4).
func extTemplateObj(m *Machine, in *bytecode.Instr) {
	aux := m.code.constAux(in.B)
	if aux.template == nil {
		o, err := m.makeTemplateObject(&m.code.template.Consts[in.B])
		if err != nil {
			m.raise(err)
			return
		}
		aux.template = o
	}
	m.reg(in.A).set(object.Obj(aux.template))
}

func (m *Machine) makeTemplateObject(k *bytecode.Const) (*object.Object, error) {
	a := m.agent
	list := func(ss []*jstring.String) *object.Object {
		o := a.NewArray(m.code.realm)
		e := o.Elements()
		for _, s := range ss {
			if s == nil {
				e.Append(object.Undefined)
				continue
			}
			c := *s
			e.Append(object.Str(&c))
		}
		e.Length = e.Len
		return o
	}
	raw, template := list(k.Raw), list(k.Strings)
	if _, err := object.SetIntegrityLevel(a, raw, object.Frozen); err != nil {
		return nil, err
	}
	if err := template.DefineValue(a, a.NameKey(object.NameRaw), object.Obj(raw), 0); err != nil {
		return nil, err
	}
	_, err := object.SetIntegrityLevel(a, template, object.Frozen)
	return template, err
}

// RegExpHook makes a RegExp object of a realm from a literal; set by the text chapter.
var RegExpHook func(r *object.Realm, pattern, flags *jstring.String) (*object.Object, error)

func extRegExp(m *Machine, in *bytecode.Instr) {
	k := &m.code.template.Consts[in.B]
	pattern, flags := *k.Str, *k.Str2
	o, err := RegExpHook(m.code.realm, &pattern, &flags)
	if err != nil {
		m.raise(err)
		return
	}
	m.reg(in.A).set(object.Obj(o))
}
