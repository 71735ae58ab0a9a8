package interp

import (
	"github.com/burrowjs/burrow/bytecode"
	"github.com/burrowjs/burrow/internal/jstring"
	"github.com/burrowjs/burrow/object"
)

// Access to computed keys.

func slowGetElem(m *Machine, in *bytecode.Instr) {
	v, err := m.getElem(m.get(in.B), m.get(in.C))
	m.finish(in.A, v, err)
}

// getElem is GetValue of base[key].
func (m *Machine) getElem(base, key object.Value) (object.Value, error) {
	a := m.agent
	if o := base.ObjectOrNil(); o != nil {
		if i, ok := arrayIndex(key); ok {
			if e := o.Elements(); e != nil && i < e.Len {
				if v := e.At(i); !v.IsHole() && o.Kind() == object.KindArray {
					return v, nil
				}
			}
			if o.Kind() == object.KindTypedArray {
				if t := object.Payload[object.TypedArrayData](o); int(i) < t.Length() {
					return t.Get(int(i)), nil
				}
			}
			return o.GetV(a, object.IndexKey(i), base)
		}
		k, err := object.ToPropertyKey(a, key)
		if err != nil {
			return object.Undefined, err
		}
		return o.GetV(a, k, base)
	}
	if base.IsString() {
		if i, ok := arrayIndex(key); ok && int(i) < base.AsString().Len() {
			return object.Str(jstring.FromUnit(base.AsString().At(int(i)))), nil
		}
	}
	if base.IsNullish() {
		return object.Undefined, m.readFailure(base, key)
	}
	k, err := object.ToPropertyKey(a, key)
	if err != nil {
		return object.Undefined, err
	}
	return object.GetV(a, base, k)
}

// readFailure is the error for reading base[key].
func (m *Machine) readFailure(base, key object.Value) error {
	if key.IsSymbol() {
		return object.ReadFailure(m.agent, base, object.SymbolKey(key.AsSymbol()))
	}
	return m.agent.TypeError("Cannot read properties of %s (reading '%s')", m.agent.Describe(base), m.keyText(key))
}

// keyText renders a key for a message without running script.
func (m *Machine) keyText(key object.Value) string { return m.agent.Describe(key) }

// arrayIndex returns the array index that a Number key is.
func arrayIndex(key object.Value) (uint32, bool) {
	if key.IsInt() {
		i := key.AsInt()
		return uint32(i), i >= 0
	}
	if key.IsFloat() {
		f := key.AsFloat()
		if i := uint32(int64(f)); f >= 0 && f <= object.MaxArrayIndex && float64(i) == f {
			return i, true
		}
	}
	return 0, false
}

func slowSetElem(m *Machine, in *bytecode.Instr) {
	a := m.agent
	base, key, v := m.get(in.A), m.get(in.B), m.get(in.C)
	strict := in.N&1 != 0
	o := base.ObjectOrNil()
	if o == nil {
		if base.IsNullish() {
			m.raise(a.TypeError("Cannot set properties of %s (setting '%s')", a.Describe(base), m.keyText(key)))
			return
		}
		k, err := object.ToPropertyKey(a, key)
		if err != nil {
			m.raise(err)
			return
		}
		m.setOnPrimitive(base, k, v, strict)
		return
	}
	if i, ok := arrayIndex(key); ok {
		if o.Kind() == object.KindTypedArray {
			// OPT: a Number stored in range runs no script (TestTypedArrayStore).
			if t := object.Payload[object.TypedArrayData](o); v.IsNumber() && !t.Type.IsBigInt() && !t.Buffer.Immutable && int(i) < t.Length() {
				t.PutRaw(int(i), object.RawOfNumber(t.Type, v.AsNumber()))
				return
			}
		}
		m.setProperty(o, object.IndexKey(i), v, strict)
		return
	}
	k, err := object.ToPropertyKey(a, key)
	if err != nil {
		m.raise(err)
		return
	}
	m.setProperty(o, k, v, strict)
}

func slowGetElemMethod(m *Machine, in *bytecode.Instr) {
	base := m.get(in.B)
	v, err := m.getElem(base, m.get(in.C))
	if err != nil {
		m.raise(err)
		return
	}
	m.reg(in.A).set(v)
	m.reg(in.A + 1).set(base)
}

func slowInitElem(m *Machine, in *bytecode.Instr) {
	if !m.is(in.A, anObject) {
		return
	}
	k, err := object.ToPropertyKey(m.agent, m.get(in.B))
	if err == nil {
		err = m.get(in.A).AsObject().CreateDataPropertyOrThrow(m.agent, k, m.get(in.C))
	}
	if err != nil {
		m.raise(err)
	}
}

func slowGetSuper(m *Machine, in *bytecode.Instr) {
	if !m.is(in.B, anObject) {
		return
	}
	base, err := m.superBase(m.get(in.B))
	v, s := object.Undefined, m.code.site(in.C)
	if o := base.ObjectOrNil(); err == nil && o != nil {
		if s.shape == o.Shape() && (s.holder == nil || s.epoch == m.agent.ProtoEpoch) {
			if s.holder != nil {
				o = s.holder
			}
			m.reg(in.A).set(*o.SlotAt(s.slot))
			return
		}
		var done bool
		if v, done, err = m.getField(o, s, m.get(in.B+1), in.A); !done && err == nil {
			return
		}
	} else if err == nil {
		v, err = m.getSuper(base, s.key, m.get(in.B+1))
	}
	m.finish(in.A, v, err)
}

// superBase is GetSuperBase (9.1.1.3.5) of a home object, and GetSuperConstructor
// (13.3.7.2) of a function.
func (m *Machine) superBase(home object.Value) (object.Value, error) {
	base, err := home.AsObject().GetPrototypeOf(m.agent)
	return object.ObjOrNull(base), err
}

// getSuper is GetValue of a super reference (13.3.7.3).
func (m *Machine) getSuper(super object.Value, k object.PropertyKey, this object.Value) (object.Value, error) {
	base := super.ObjectOrNil()
	if base == nil {
		return object.Undefined, m.agent.TypeError("Cannot read properties of null (reading '%s')", object.KeyText(k))
	}
	return base.GetV(m.agent, k, this)
}

func (m *Machine) setSuper(super object.Value, k object.PropertyKey, v, this object.Value) error {
	a := m.agent
	base := super.ObjectOrNil()
	if base == nil {
		return a.TypeError("Cannot set properties of null (setting '%s')", object.KeyText(k))
	}
	ok, err := base.SetV(a, k, v, this)
	if err == nil && !ok && m.code.strict() {
		return a.SetFailure(object.Obj(base), k)
	}
	return err
}

func privateKey(v object.Value) object.PropertyKey { return object.SymbolKey(v.AsSymbol()) }

func slowGetPrivate(m *Machine, in *bytecode.Instr) {
	if !m.is(in.C, aSymbol) {
		return
	}
	b, k := m.get(in.B), privateKey(m.get(in.C))
	o := b.ObjectOrNil()
	if o == nil {
		m.raise(object.PrivateFailure(m.agent, k, false))
		return
	}
	if v, attrs := object.FindPrivate(o, k); v != nil && attrs&object.AttrAccessor != 0 {
		if get := v.AsAccessor().Get; get != nil {
			if r, done, err := m.callInLoop(get, b, in.A, actionStore); done {
				m.finish(in.A, r, err)
			}
			return
		}
	}
	v, err := object.PrivateGet(m.agent, o, k)
	m.finish(in.A, v, err)
}

func slowSetPrivate(m *Machine, in *bytecode.Instr) {
	if !m.is(in.B, aSymbol) {
		return
	}
	target, k := m.get(in.A), privateKey(m.get(in.B))
	o := target.ObjectOrNil()
	if o == nil {
		m.raise(object.PrivateFailure(m.agent, k, true))
		return
	}
	if v, attrs := object.FindPrivate(o, k); v != nil && attrs&object.AttrAccessor != 0 {
		if set := v.AsAccessor().Set; set != nil {
			if _, _, err := m.callInLoop(set, target, 0, actionDiscard, m.get(in.C)); err != nil {
				m.raise(err)
			}
			return
		}
	}
	if err := object.PrivateSet(m.agent, o, k, m.get(in.C)); err != nil {
		m.raise(err)
	}
}
