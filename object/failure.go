package object

// The errors that strict code gets when an internal method reports false. They
// are worked out afterwards and without running script.

// SetFailure returns the TypeError for an assignment to property k of target
// that [[Set]] refused.
func (a *Agent) SetFailure(target Value, k PropertyKey) error {
	name := keyText(k)
	o := target.ObjectOrNil()
	if o == nil {
		text := TypeOf(target).String() + " '" + a.Describe(target) + "'"
		if target.IsString() {
			if _, ok := stringOwnValue(a, target.AsString(), k); ok {
				return a.TypeError("Cannot assign to read only property '%s' of %s", name, text)
			}
		}
		return a.TypeError("Cannot create property '%s' on %s", name, text)
	}
	if f := o.shape.class.Refused; f != nil {
		return f(a, o, k, RefusedSet)
	}
	for p := o; p != nil; p = p.shape.proto {
		if _, isProxy := ProxyTarget(p); isProxy {
			return a.TypeError("'set' on proxy: trap returned falsish for property '%s'", name)
		}
		attrs, ok := a.quietAttributes(p, k)
		switch {
		case !ok:
			continue
		case attrs&AttrAccessor != 0:
			return a.TypeError("Cannot set property %s of %s which has only a getter", name, a.Describe(target))
		case attrs&AttrWritable == 0 || p.shape.class == ClassModuleNamespace:
			return a.TypeError("Cannot assign to read only property '%s' of %s '%s'", name, TypeOf(target), a.Describe(target))
		}
		break
	}
	return a.TypeError("Cannot add property %s, object is not extensible", name)
}

// quietAttributes returns the attributes of an own property if that takes no script.
func (a *Agent) quietAttributes(o *Object, k PropertyKey) (Attributes, bool) {
	if o.shape.class == ClassModuleNamespace && !(*NamespaceData)(o.ext).isSymbolLike(a, k) {
		_, ok := (*NamespaceData)(o.ext).index[k]
		return AttrWritable | AttrEnumerable, ok
	}
	if c := o.shape.class; c.GetOwnProperty != nil && c != ClassArray && c != ClassString && c != ClassTypedArray {
		_, _, attrs, ok := o.ownSlot(a, k)
		return attrs, ok
	}
	d, ok, err := o.GetOwnProperty(a, k)
	if err != nil || !ok {
		return 0, false
	}
	if d.IsAccessor() {
		return d.Attrs | AttrAccessor, true
	}
	return d.Attrs, true
}

// DeleteFailure returns the TypeError for a property that [[Delete]] refused.
func (a *Agent) DeleteFailure(o *Object, k PropertyKey) error {
	if f := o.shape.class.Refused; f != nil {
		return f(a, o, k, RefusedDelete)
	}
	if _, isProxy := ProxyTarget(o); isProxy {
		return a.TypeError("'deleteProperty' on proxy: trap returned falsish for property '%s'", keyText(k))
	}
	return a.TypeError("Cannot delete property '%s' of %s", keyText(k), a.Describe(Obj(o)))
}

// defineFailure is the TypeError for a property that [[DefineOwnProperty]] refused.
func (a *Agent) defineFailure(o *Object, k PropertyKey) error {
	if f := o.shape.class.Refused; f != nil {
		return f(a, o, k, RefusedDefine)
	}
	if _, isProxy := ProxyTarget(o); isProxy {
		return a.TypeError("'defineProperty' on proxy: trap returned falsish for property '%s'", keyText(k))
	}
	if _, exists := a.quietAttributes(o, k); exists {
		return a.TypeError("Cannot redefine property: %s", keyText(k))
	}
	return a.TypeError("Cannot define property %s, object is not extensible", keyText(k))
}
