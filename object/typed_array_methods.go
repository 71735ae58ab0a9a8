package object

// The internal methods of typed arrays (10.4.5).

// elementAttrs are the attributes that elements have: those of an immutable
// buffer cannot be changed.
func (t *TypedArrayData) elementAttrs() Attributes {
	if t.Buffer.Immutable {
		return AttrEnumerable
	}
	return AttrDefault
}

// typedArrayPreventExtensions is 10.4.5.1, https://tc39.es/ecma262/#sec-typedarray-preventextensions
func typedArrayPreventExtensions(a *Agent, o *Object) (bool, error) {
	if !(*TypedArrayData)(o.ext).IsFixedLength() {
		return false, nil
	}
	return OrdinaryPreventExtensions(a, o)
}

// typedArrayGetOwnProperty is 10.4.5.2, https://tc39.es/ecma262/#sec-typedarray-getownproperty
func typedArrayGetOwnProperty(a *Agent, o *Object, k PropertyKey) (PropertyDescriptor, bool, error) {
	if f, numeric := CanonicalNumericIndexString(k); numeric {
		t := (*TypedArrayData)(o.ext)
		if i, ok := t.validIndex(f); ok {
			return DataDescriptor(t.Get(i), t.elementAttrs()), true, nil
		}
		return PropertyDescriptor{}, false, nil
	}
	d, ok := OrdinaryGetOwnProperty(a, o, k)
	return d, ok, nil
}

// typedArrayHasProperty is 10.4.5.3, https://tc39.es/ecma262/#sec-typedarray-hasproperty
func typedArrayHasProperty(a *Agent, o *Object, k PropertyKey) (bool, error) {
	if f, numeric := CanonicalNumericIndexString(k); numeric {
		_, ok := (*TypedArrayData)(o.ext).validIndex(f)
		return ok, nil
	}
	return OrdinaryHasProperty(a, o, k)
}

// typedArrayDefineOwnProperty is 10.4.5.4, https://tc39.es/ecma262/#sec-typedarray-defineownproperty
func typedArrayDefineOwnProperty(a *Agent, o *Object, k PropertyKey, d *PropertyDescriptor) (bool, error) {
	f, numeric := CanonicalNumericIndexString(k)
	if !numeric {
		return OrdinaryDefineOwnProperty(a, o, k, d)
	}
	t := (*TypedArrayData)(o.ext)
	i, ok := t.validIndex(f)
	if !ok {
		return false, nil
	}
	if t.Buffer.Immutable {
		current := DataDescriptor(t.Get(i), AttrEnumerable)
		return IsCompatiblePropertyDescriptor(a, true, d, &current, true), nil
	}
	if d.Has&HasConfigurable != 0 && !d.Configurable() || d.Has&HasEnumerable != 0 && !d.Enumerable() ||
		d.IsAccessor() || d.Has&HasWritable != 0 && !d.Writable() {
		return false, nil
	}
	if d.Has&HasValue != 0 {
		return true, TypedArraySetElement(a, t, f, d.Value)
	}
	return true, nil
}

// typedArrayGet is 10.4.5.5, https://tc39.es/ecma262/#sec-typedarray-get
func typedArrayGet(a *Agent, o *Object, k PropertyKey, receiver Value) (Value, error) {
	if f, numeric := CanonicalNumericIndexString(k); numeric {
		return TypedArrayGetElement((*TypedArrayData)(o.ext), f), nil
	}
	return OrdinaryGet(a, o, k, receiver)
}

// typedArraySet is 10.4.5.6, https://tc39.es/ecma262/#sec-typedarray-set
func typedArraySet(a *Agent, o *Object, k PropertyKey, v, receiver Value) (bool, error) {
	if f, numeric := CanonicalNumericIndexString(k); numeric {
		t := (*TypedArrayData)(o.ext)
		if receiver.ObjectOrNil() == o {
			if t.Buffer.Immutable {
				return false, nil
			}
			err := TypedArraySetElement(a, t, f, v)
			return err == nil, err
		}
		if _, ok := t.validIndex(f); !ok {
			return true, nil
		}
	}
	return OrdinarySet(a, o, k, v, receiver)
}

// typedArrayDelete is 10.4.5.7, https://tc39.es/ecma262/#sec-typedarray-delete
func typedArrayDelete(a *Agent, o *Object, k PropertyKey) (bool, error) {
	if f, numeric := CanonicalNumericIndexString(k); numeric {
		_, ok := (*TypedArrayData)(o.ext).validIndex(f)
		return !ok, nil
	}
	_, _, attrs, ok := o.ownSlot(a, k)
	switch {
	case !ok:
		return true, nil
	case attrs&AttrConfigurable == 0:
		return false, nil
	}
	o.removeProperty(a, k)
	return true, nil
}

// typedArrayOwnPropertyKeys is 10.4.5.8, https://tc39.es/ecma262/#sec-typedarray-ownpropertykeys
func typedArrayOwnPropertyKeys(a *Agent, o *Object) ([]PropertyKey, error) {
	n := (*TypedArrayData)(o.ext).Length()
	if err := a.chargeValues(n); err != nil {
		return nil, err
	}
	keys := make([]PropertyKey, n, n+4)
	for i := range keys {
		keys[i] = IndexKey(uint32(i))
	}
	return OrdinaryOwnPropertyKeys(a, o, keys)
}
