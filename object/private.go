package object

// Private names (6.2.12, 7.3.26 to 7.3.32) are keys of their own kind in the
// object's shape. They go past the class: a proxy has its own, not its target's.
// A field is a writable data property, a method one that is not, and an
// accessor an accessor.

// PrivateElementFind is 7.3.26, https://tc39.es/ecma262/#sec-privateelementfind
func PrivateElementFind(o *Object, k PropertyKey) bool {
	_, _, ok := o.shape.lookup(k)
	return ok
}

// PrivateSlot is where the machine has found a private field or method last: a
// cache at the name, since the objects of one class mostly have one shape.
type PrivateSlot struct {
	Shape    *Shape
	Slot     uint32
	Writable bool
}

// FindPrivate returns the private element k of o, nil if there is none, and lets
// the name remember where it is, unless it is an accessor. The name must not be
// shared by agents.
func FindPrivate(o *Object, k PropertyKey) (element *Value, attrs Attributes) {
	slot, attrs, ok := o.shape.lookup(k)
	if !ok {
		return nil, 0
	}
	if attrs&AttrAccessor == 0 {
		o.shape.cached = true
		k.Symbol().Found = PrivateSlot{o.shape, slot, attrs&AttrWritable != 0}
	}
	return o.slotAt(slot), attrs
}

// PrivateFieldAdd is 7.3.27, https://tc39.es/ecma262/#sec-privatefieldadd
func PrivateFieldAdd(a *Agent, o *Object, k PropertyKey, v Value) error {
	if PrivateElementFind(o, k) {
		return a.TypeError("Cannot initialize %s twice on the same object", k.String())
	}
	return privateAdd(a, o, k, v, AttrWritable)
}

// PrivateMethodOrAccessorAdd is 7.3.28, https://tc39.es/ecma262/#sec-privatemethodoraccessoradd
// For a method, method is set; else get and set, of which one may be nil.
func PrivateMethodOrAccessorAdd(a *Agent, o *Object, k PropertyKey, method, get, set *Object) error {
	if PrivateElementFind(o, k) {
		return a.TypeError("Cannot initialize private methods of class anonymous twice on the same object")
	}
	if method != nil {
		return privateAdd(a, o, k, Obj(method), 0)
	}
	return privateAdd(a, o, k, accessorValue(&Accessor{Get: get, Set: set}), AttrAccessor)
}

// privateAdd adds a private element. Objects that are not extensible get none;
// a proxy has no [[Extensible]] of its own and is not asked for its target's.
func privateAdd(a *Agent, o *Object, k PropertyKey, v Value, attrs Attributes) error {
	if o.flags&flagExtensible == 0 {
		return a.TypeError("Cannot define property %s, object is not extensible", k.String())
	}
	if err := a.Charge(32); err != nil {
		return err
	}
	o.materialize(a)
	o.addProperty(a, k, v, attrs)
	return nil
}

// PrivateFailure is the TypeError for an object without the private element k.
func PrivateFailure(a *Agent, k PropertyKey, write bool) error {
	switch brand := k.Symbol().Brand; {
	case brand != nil:
		return a.TypeError("Receiver must be %s", brand)
	case write:
		return a.TypeError("Cannot write private member %s to an object whose class did not declare it", k.String())
	}
	return a.TypeError("Cannot read private member %s from an object whose class did not declare it", k.String())
}

// PrivateGet is 7.3.30, https://tc39.es/ecma262/#sec-privateget
func PrivateGet(a *Agent, o *Object, k PropertyKey) (Value, error) {
	slot, attrs, ok := o.shape.lookup(k)
	if !ok {
		return Undefined, PrivateFailure(a, k, false)
	}
	v := *o.slotAt(slot)
	if attrs&AttrAccessor == 0 {
		return v, nil
	}
	get := v.accessor().Get
	if get == nil {
		return Undefined, a.TypeError("'%s' was defined without a getter", k.String())
	}
	return a.Call(Obj(get), Obj(o))
}

// PrivateSet is 7.3.31, https://tc39.es/ecma262/#sec-privateset
func PrivateSet(a *Agent, o *Object, k PropertyKey, v Value) error {
	slot, attrs, ok := o.shape.lookup(k)
	switch {
	case !ok:
		return PrivateFailure(a, k, true)
	case attrs&AttrAccessor != 0:
		set := o.slotAt(slot).accessor().Set
		if set == nil {
			return a.TypeError("'%s' was defined without a setter", k.String())
		}
		_, err := a.Call(Obj(set), Obj(o), v)
		return err
	case attrs&AttrWritable == 0:
		return a.TypeError("Private method '%s' is not writable", k.String())
	}
	o.slotAt(slot).SetHeap(v)
	return nil
}

// CompletePrivateAccessor adds the missing half to a private accessor that o
// has already got; it reports false if o has none.
func CompletePrivateAccessor(o *Object, k PropertyKey, get, set *Object) bool {
	slot, attrs, ok := o.shape.lookup(k)
	if !ok || attrs&AttrAccessor == 0 {
		return false
	}
	acc := o.slotAt(slot).accessor()
	switch {
	case get != nil && acc.Get == nil:
		acc.Get = get
	case set != nil && acc.Set == nil:
		acc.Set = set
	default:
		return false
	}
	return true
}
