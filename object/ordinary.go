package object

import "slices"

// The internal methods of 10.1, dispatched through the class where it is
// exotic. Arrays and arguments keep their indices in Elements; that storage is
// handled here, beside the shape, because most objects with it are otherwise
// ordinary.

// Elements returns the dense storage of an array or arguments object, or nil.
func (o *Object) Elements() *Elements {
	if o.flags&flagElements != 0 {
		return (*Elements)(o.ext)
	}
	return nil
}

// ownSlot finds an own property without going through the class. For an
// element, v is the value and p is nil; else p is the slot.
func (o *Object) ownSlot(a *Agent, k PropertyKey) (p *Value, v Value, attrs Attributes, ok bool) {
	if k.kind == keyIndex {
		if o.flags&flagElements != 0 {
			if e := (*Elements)(o.ext); k.index < e.Len {
				if v = e.At(k.index); v.IsHole() {
					return nil, v, 0, false
				}
				return nil, v, AttrDefault, true
			}
		}
		if !o.shape.hasIdx {
			return nil, v, 0, false
		}
	}
	if o.flags&flagLazy != 0 && o.shape.class.HasLazy(a, o, k) {
		o.materialize(a)
	}
	slot, attrs, ok := o.shape.lookup(k)
	if !ok {
		return nil, v, 0, false
	}
	p = o.slotAt(slot)
	if p.IsInternal() {
		p = a.fillSlot(o, slot)
	}
	return p, *p, attrs, true
}

// GetPrototypeOf is [[GetPrototypeOf]] (10.1.1).
func (o *Object) GetPrototypeOf(a *Agent) (*Object, error) {
	if f := o.shape.class.GetPrototypeOf; f != nil {
		return f(a, o)
	}
	return o.shape.proto, nil
}

// SetPrototypeOf is [[SetPrototypeOf]] (10.1.2).
func (o *Object) SetPrototypeOf(a *Agent, proto *Object) (bool, error) {
	if f := o.shape.class.SetPrototypeOf; f != nil {
		return f(a, o, proto)
	}
	return OrdinarySetPrototypeOf(a, o, proto)
}

// OrdinarySetPrototypeOf is 10.1.2.1, https://tc39.es/ecma262/#sec-ordinarysetprototypeof
func OrdinarySetPrototypeOf(a *Agent, o, proto *Object) (bool, error) {
	if o.shape.proto == proto {
		return true, nil
	}
	if o.flags&flagExtensible == 0 {
		return false, nil
	}
	for p, n := proto, 0; p != nil && p.shape.class.GetPrototypeOf == nil; p = p.shape.proto {
		if p == o {
			return false, nil
		}
		if n++; n&1023 == 0 {
			if err := a.Tick(1024); err != nil {
				return false, err
			}
		}
	}
	o.materialize(a)
	o.setProto(a, proto)
	return true, nil
}

// IsExtensible is [[IsExtensible]] (10.1.3).
func (o *Object) IsExtensible(a *Agent) (bool, error) {
	if f := o.shape.class.IsExtensible; f != nil {
		return f(a, o)
	}
	return o.flags&flagExtensible != 0, nil
}

// PreventExtensions is [[PreventExtensions]] (10.1.4).
func (o *Object) PreventExtensions(a *Agent) (bool, error) {
	if f := o.shape.class.PreventExtensions; f != nil {
		return f(a, o)
	}
	return OrdinaryPreventExtensions(a, o)
}

// OrdinaryPreventExtensions is 10.1.4.1, https://tc39.es/ecma262/#sec-ordinarypreventextensions
//
// The object gets a shape of its own, so that no site that caches the addition
// of a property to a shared shape can apply to it.
func OrdinaryPreventExtensions(a *Agent, o *Object) (bool, error) {
	o.materialize(a)
	o.toUnique()
	o.touch(a)
	o.flags &^= flagExtensible
	return true, nil
}

// GetOwnProperty is [[GetOwnProperty]] (10.1.5).
func (o *Object) GetOwnProperty(a *Agent, k PropertyKey) (PropertyDescriptor, bool, error) {
	if f := o.shape.class.GetOwnProperty; f != nil {
		return f(a, o, k)
	}
	d, ok := OrdinaryGetOwnProperty(a, o, k)
	return d, ok, nil
}

// OrdinaryGetOwnProperty is 10.1.5.1, https://tc39.es/ecma262/#sec-ordinarygetownproperty
func OrdinaryGetOwnProperty(a *Agent, o *Object, k PropertyKey) (d PropertyDescriptor, ok bool) {
	_, v, attrs, ok := o.ownSlot(a, k)
	if !ok {
		return d, false
	}
	if attrs&AttrAccessor != 0 {
		acc := v.accessor()
		return AccessorDescriptor(acc.Get, acc.Set, attrs&(AttrEnumerable|AttrConfigurable)), true
	}
	if attrs&attrLazy != 0 && o.isActivation(k) {
		v = Null // by the invariants of 6.1.7.3 it has to stay the same
	}
	return DataDescriptor(v, attrs&AttrDefault), true
}

// DefineOwnProperty is [[DefineOwnProperty]] (10.1.6).
func (o *Object) DefineOwnProperty(a *Agent, k PropertyKey, d *PropertyDescriptor) (bool, error) {
	if f := o.shape.class.DefineOwnProperty; f != nil {
		return f(a, o, k, d)
	}
	return OrdinaryDefineOwnProperty(a, o, k, d)
}

// OrdinaryDefineOwnProperty is 10.1.6.1, https://tc39.es/ecma262/#sec-ordinarydefineownproperty
func OrdinaryDefineOwnProperty(a *Agent, o *Object, k PropertyKey, d *PropertyDescriptor) (bool, error) {
	current, found, err := o.GetOwnProperty(a, k)
	if err != nil {
		return false, err
	}
	extensible, err := o.IsExtensible(a)
	if err != nil {
		return false, err
	}
	return ValidateAndApplyPropertyDescriptor(a, o, k, extensible, d, &current, found)
}

// IsCompatiblePropertyDescriptor is 10.1.6.2, https://tc39.es/ecma262/#sec-iscompatiblepropertydescriptor
func IsCompatiblePropertyDescriptor(a *Agent, extensible bool, d, current *PropertyDescriptor, found bool) bool {
	ok, _ := ValidateAndApplyPropertyDescriptor(a, nil, PropertyKey{}, extensible, d, current, found)
	return ok
}

// ValidateAndApplyPropertyDescriptor is 10.1.6.3, https://tc39.es/ecma262/#sec-validateandapplypropertydescriptor
// With a nil object it only validates. It fails only if memory does.
func ValidateAndApplyPropertyDescriptor(a *Agent, o *Object, k PropertyKey, extensible bool, d, current *PropertyDescriptor, found bool) (bool, error) {
	if !found {
		if !extensible {
			return false, nil
		}
		if o == nil {
			return true, nil
		}
		return true, o.defineNew(a, k, d)
	}
	if d.Has == 0 {
		return true, nil
	}
	attrs := current.Attrs
	if !current.Configurable() {
		if d.Has&HasConfigurable != 0 && d.Configurable() ||
			d.Has&HasEnumerable != 0 && d.Enumerable() != current.Enumerable() ||
			(d.IsAccessor() || d.IsData()) && d.IsAccessor() != current.IsAccessor() {
			return false, nil
		}
		if current.IsAccessor() {
			if d.Has&HasGet != 0 && !SameValue(d.Get, current.Get) || d.Has&HasSet != 0 && !SameValue(d.Set, current.Set) {
				return false, nil
			}
		} else if !current.Writable() {
			if d.Has&HasWritable != 0 && d.Writable() || d.Has&HasValue != 0 && !SameValue(d.Value, current.Value) {
				return false, nil
			}
		}
	}
	if o == nil {
		return true, nil
	}
	merge := func(has Fields, attr Attributes) {
		if d.Has&has != 0 {
			attrs = attrs&^attr | d.Attrs&attr
		}
	}
	merge(HasConfigurable, AttrConfigurable)
	merge(HasEnumerable, AttrEnumerable)
	switch {
	case d.IsAccessor():
		acc := &Accessor{}
		if current.IsAccessor() {
			acc.Get, acc.Set = current.Get.ObjectOrNil(), current.Set.ObjectOrNil()
		}
		if d.Has&HasGet != 0 {
			acc.Get = d.Get.ObjectOrNil()
		}
		if d.Has&HasSet != 0 {
			acc.Set = d.Set.ObjectOrNil()
		}
		return true, o.replaceProperty(a, k, accessorValue(acc), attrs&^AttrWritable|AttrAccessor)
	case d.IsData():
		v := Undefined
		if !current.IsAccessor() {
			v = current.Value
		} else {
			attrs &^= AttrWritable
		}
		merge(HasWritable, AttrWritable)
		if d.Has&HasValue != 0 {
			v = d.Value
		}
		return true, o.replaceProperty(a, k, v, attrs&^AttrAccessor)
	case current.IsAccessor():
		acc := &Accessor{current.Get.ObjectOrNil(), current.Set.ObjectOrNil()}
		return true, o.replaceProperty(a, k, accessorValue(acc), attrs&^AttrWritable|AttrAccessor)
	}
	return true, o.replaceProperty(a, k, current.Value, attrs)
}

// defineNew creates a property that o does not have from a descriptor.
func (o *Object) defineNew(a *Agent, k PropertyKey, d *PropertyDescriptor) error {
	if d.IsAccessor() {
		acc := &Accessor{}
		if d.Has&HasGet != 0 {
			acc.Get = d.Get.ObjectOrNil()
		}
		if d.Has&HasSet != 0 {
			acc.Set = d.Set.ObjectOrNil()
		}
		return o.insert(a, k, accessorValue(acc), d.Attrs&(AttrEnumerable|AttrConfigurable)|AttrAccessor)
	}
	v := Undefined
	if d.Has&HasValue != 0 {
		v = d.Value
	}
	return o.insert(a, k, v, d.Attrs&AttrDefault)
}

// insert adds a property that o does not have, as an element where it can be one.
func (o *Object) insert(a *Agent, k PropertyKey, v Value, attrs Attributes) error {
	o.materialize(a)
	if k.kind == keyIndex && o.flags&flagElements != 0 {
		e := (*Elements)(o.ext)
		if attrs == AttrDefault && o.elementFits(e, k.index) {
			if k.index < e.Len {
				e.Put(k.index, v)
				return nil
			}
			if err := a.chargeElements(e, k.index+1); err != nil {
				return err
			}
			for e.Len < k.index {
				e.Append(Hole)
			}
			e.Append(v)
			return nil
		}
		if k.index < e.Len {
			if err := o.sparsify(a); err != nil {
				return err
			}
		}
	}
	if err := a.Charge(32); err != nil {
		return err
	}
	o.addProperty(a, k, v, attrs)
	return nil
}

// elementFits reports whether index i may be stored densely: inside what there
// is, at its end, or a little beyond.
func (o *Object) elementFits(e *Elements, i uint32) bool {
	return i < e.Len || !o.shape.hasIdx && (i <= e.cap || i-e.Len < 1024 || i < e.Len+e.Len/4)
}

// chargeElements charges for the growth that storing n elements will cause.
func (a *Agent) chargeElements(e *Elements, n uint32) error {
	if n <= e.cap {
		return nil
	}
	return a.Charge(int(n+n/2-e.cap) * e.ElementSize())
}

// replaceProperty gives an existing own property a value and attributes.
func (o *Object) replaceProperty(a *Agent, k PropertyKey, v Value, attrs Attributes) error {
	if k.kind == keyIndex && o.flags&flagElements != 0 {
		if e := (*Elements)(o.ext); k.index < e.Len {
			if attrs == AttrDefault {
				e.Put(k.index, v)
				return nil
			}
			if err := o.sparsify(a); err != nil {
				return err
			}
		}
	}
	o.materialize(a)
	if o.isActivation(k) {
		return nil
	}
	o.setAttributes(a, k, attrs)
	slot, _, _ := o.shape.lookup(k)
	o.slotAt(slot).SetHeap(v)
	return nil
}

// sparsify moves the dense elements into the shape, where they can have
// attributes of their own.
func (o *Object) sparsify(a *Agent) error {
	e := (*Elements)(o.ext)
	if err := a.Charge(int(e.Len) * 48); err != nil {
		return err
	}
	o.toUnique()
	for i := range e.Len {
		if v := e.At(i); !v.IsHole() {
			o.addProperty(a, IndexKey(i), v, AttrDefault)
		}
	}
	e.Truncate(0)
	o.shape.hasIdx = true
	return nil
}

// HasProperty is [[HasProperty]] (10.1.7).
func (o *Object) HasProperty(a *Agent, k PropertyKey) (bool, error) {
	for p, n := o, 0; p != nil; p = p.shape.proto {
		c := p.shape.class
		if c.HasProperty != nil {
			if n == 0 {
				return c.HasProperty(a, p, k)
			}
			if err := a.EnterNative(); err != nil {
				return false, err
			}
			has, err := c.HasProperty(a, p, k)
			a.LeaveNative()
			return has, err
		}
		if c.GetOwnProperty != nil {
			if _, ok, err := c.GetOwnProperty(a, p, k); ok || err != nil {
				return ok, err
			}
		} else if _, _, _, ok := p.ownSlot(a, k); ok {
			return true, nil
		}
		if n++; n&1023 == 0 {
			if err := a.Tick(1024); err != nil {
				return false, err
			}
		}
	}
	return false, nil
}

// HasOwnProperty is 7.3.12, https://tc39.es/ecma262/#sec-hasownproperty
func (o *Object) HasOwnProperty(a *Agent, k PropertyKey) (bool, error) {
	if o.shape.class.GetOwnProperty == nil {
		_, _, _, ok := o.ownSlot(a, k)
		return ok, nil
	}
	if f := o.shape.class.HasOwn; f != nil {
		return f(a, o, k)
	}
	_, ok, err := o.GetOwnProperty(a, k)
	return ok, err
}

// Get is 7.3.2, https://tc39.es/ecma262/#sec-get-o-p
func (o *Object) Get(a *Agent, k PropertyKey) (Value, error) { return o.GetV(a, k, Obj(o)) }

// GetV is [[Get]] (10.1.8) with a receiver.
func (o *Object) GetV(a *Agent, k PropertyKey, receiver Value) (Value, error) {
	for p, n := o, 0; p != nil; p = p.shape.proto {
		c := p.shape.class
		if c.Get != nil {
			if n == 0 {
				return c.Get(a, p, k, receiver)
			}
			if err := a.EnterNative(); err != nil {
				return Undefined, err
			}
			v, err := c.Get(a, p, k, receiver)
			a.LeaveNative()
			return v, err
		}
		if c.GetOwnProperty != nil {
			d, ok, err := c.GetOwnProperty(a, p, k)
			if err != nil {
				return Undefined, err
			}
			if ok {
				if d.IsAccessor() {
					if d.Get.IsUndefined() {
						return Undefined, nil
					}
					return a.Call(d.Get, receiver)
				}
				return d.Value, nil
			}
		} else if _, v, attrs, ok := p.ownSlot(a, k); ok {
			if attrs&AttrAccessor != 0 {
				if g := v.accessor().Get; g != nil {
					return a.Call(Obj(g), receiver)
				}
				return Undefined, nil
			}
			if a.stackError != nil {
				err := a.stackError
				a.stackError = nil
				return Undefined, err
			}
			return v, nil
		}
		if n++; n&1023 == 0 {
			if err := a.Tick(1024); err != nil {
				return Undefined, err
			}
		}
	}
	return Undefined, nil
}

// OrdinaryGet is [[Get]] of 10.1.8.1 on o itself, for classes that refine Get.
func OrdinaryGet(a *Agent, o *Object, k PropertyKey, receiver Value) (Value, error) {
	d, ok, err := o.GetOwnProperty(a, k)
	if err != nil {
		return Undefined, err
	}
	if !ok {
		parent, err := o.GetPrototypeOf(a)
		if err != nil || parent == nil {
			return Undefined, err
		}
		if err := a.EnterNative(); err != nil {
			return Undefined, err
		}
		defer a.LeaveNative()
		return parent.GetV(a, k, receiver)
	}
	if !d.IsAccessor() {
		return d.Value, nil
	}
	if d.Get.IsUndefined() {
		return Undefined, nil
	}
	return a.Call(d.Get, receiver)
}

// OrdinaryHasProperty is 10.1.7.1 on o itself, for classes that refine HasProperty.
func OrdinaryHasProperty(a *Agent, o *Object, k PropertyKey) (bool, error) {
	if ok, err := o.HasOwnProperty(a, k); ok || err != nil {
		return ok, err
	}
	parent, err := o.GetPrototypeOf(a)
	if err != nil || parent == nil {
		return false, err
	}
	if err := a.EnterNative(); err != nil {
		return false, err
	}
	defer a.LeaveNative()
	return parent.HasProperty(a, k)
}

// SetV is [[Set]] (10.1.9) with a receiver.
func (o *Object) SetV(a *Agent, k PropertyKey, v, receiver Value) (bool, error) {
	for p, n := o, 0; p != nil; p = p.shape.proto {
		c := p.shape.class
		if c.Set != nil {
			if n == 0 {
				return c.Set(a, p, k, v, receiver)
			}
			if err := a.EnterNative(); err != nil {
				return false, err
			}
			ok, err := c.Set(a, p, k, v, receiver)
			a.LeaveNative()
			return ok, err
		}
		if c.GetOwnProperty != nil {
			d, ok, err := c.GetOwnProperty(a, p, k)
			if err != nil {
				return false, err
			}
			if ok {
				return OrdinarySetWithOwnDescriptor(a, p, k, v, receiver, &d, true)
			}
		} else if slot, _, attrs, ok := p.ownSlot(a, k); ok {
			switch {
			case attrs&AttrAccessor != 0:
				set := slot.accessor().Set
				if set == nil {
					return false, nil
				}
				_, err := a.Call(Obj(set), receiver, v)
				return err == nil, err
			case attrs&AttrWritable == 0:
				return false, nil
			case receiver.IsObject() && receiver.AsObject() == p && c.DefineOwnProperty == nil:
				// OPT: writing to an existing own data property in place is what
				// [[DefineOwnProperty]] with only [[Value]] does (TestSetInPlace).
				if slot == nil {
					(*Elements)(p.ext).Put(k.index, v)
				} else {
					slot.SetHeap(v)
				}
				return true, nil
			}
			return setOnReceiver(a, k, v, receiver)
		}
		if n++; n&1023 == 0 {
			if err := a.Tick(1024); err != nil {
				return false, err
			}
		}
	}
	return setOnReceiver(a, k, v, receiver)
}

// OrdinarySet is 10.1.9.1 on o itself, for classes that refine Set.
func OrdinarySet(a *Agent, o *Object, k PropertyKey, v, receiver Value) (bool, error) {
	d, ok, err := o.GetOwnProperty(a, k)
	if err != nil {
		return false, err
	}
	return OrdinarySetWithOwnDescriptor(a, o, k, v, receiver, &d, ok)
}

// OrdinarySetWithOwnDescriptor is 10.1.9.2, https://tc39.es/ecma262/#sec-ordinarysetwithowndescriptor
func OrdinarySetWithOwnDescriptor(a *Agent, o *Object, k PropertyKey, v, receiver Value, own *PropertyDescriptor, found bool) (bool, error) {
	if !found {
		parent, err := o.GetPrototypeOf(a)
		if err != nil {
			return false, err
		}
		if parent == nil {
			return setOnReceiver(a, k, v, receiver)
		}
		if err := a.EnterNative(); err != nil {
			return false, err
		}
		defer a.LeaveNative()
		return parent.SetV(a, k, v, receiver)
	}
	if own.IsAccessor() {
		if own.Set.IsUndefined() {
			return false, nil
		}
		_, err := a.Call(own.Set, receiver, v)
		return err == nil, err
	}
	if !own.Writable() {
		return false, nil
	}
	return setOnReceiver(a, k, v, receiver)
}

// setOnReceiver is steps 2.b to 2.e of OrdinarySetWithOwnDescriptor.
func setOnReceiver(a *Agent, k PropertyKey, v, receiver Value) (bool, error) {
	r := receiver.ObjectOrNil()
	if r == nil {
		return false, nil
	}
	c := r.shape.class
	if c.GetOwnProperty == nil && c.DefineOwnProperty == nil {
		// OPT: an ordinary receiver needs no descriptors (TestSetInPlace).
		slot, _, attrs, ok := r.ownSlot(a, k)
		switch {
		case !ok:
			if r.flags&flagExtensible == 0 {
				return false, nil
			}
			return true, r.insert(a, k, v, AttrDefault)
		case attrs&AttrAccessor != 0 || attrs&AttrWritable == 0:
			return false, nil
		case slot == nil:
			(*Elements)(r.ext).Put(k.index, v)
		default:
			slot.SetHeap(v)
		}
		return true, nil
	}
	current, ok, err := r.GetOwnProperty(a, k)
	if err != nil {
		return false, err
	}
	if ok {
		if current.IsAccessor() || !current.Writable() {
			return false, nil
		}
		return r.DefineOwnProperty(a, k, &PropertyDescriptor{Value: v, Has: HasValue})
	}
	d := DataDescriptor(v, AttrDefault)
	return r.DefineOwnProperty(a, k, &d)
}

// Delete is [[Delete]] (10.1.10).
func (o *Object) Delete(a *Agent, k PropertyKey) (bool, error) {
	if f := o.shape.class.Delete; f != nil {
		return f(a, o, k)
	}
	return OrdinaryDelete(a, o, k)
}

// OrdinaryDelete is 10.1.10.1, https://tc39.es/ecma262/#sec-ordinarydelete
func OrdinaryDelete(a *Agent, o *Object, k PropertyKey) (bool, error) {
	if o.shape.class.GetOwnProperty != nil {
		d, ok, err := o.GetOwnProperty(a, k)
		if err != nil {
			return false, err
		}
		if !ok {
			return true, nil
		}
		if !d.Configurable() {
			return false, nil
		}
		if _, _, _, stored := o.ownSlot(a, k); !stored {
			return true, nil
		}
	}
	slot, _, attrs, ok := o.ownSlot(a, k)
	if !ok {
		return true, nil
	}
	if attrs&AttrConfigurable == 0 {
		return false, nil
	}
	if slot == nil {
		e := (*Elements)(o.ext)
		if k.index == e.Len-1 {
			e.Truncate(k.index)
		} else {
			e.Put(k.index, Hole)
		}
		return true, nil
	}
	o.materialize(a)
	o.removeProperty(a, k)
	return true, nil
}

// OwnPropertyKeys is [[OwnPropertyKeys]] (10.1.11).
func (o *Object) OwnPropertyKeys(a *Agent) ([]PropertyKey, error) {
	if f := o.shape.class.OwnPropertyKeys; f != nil {
		return f(a, o)
	}
	return OrdinaryOwnPropertyKeys(a, o, nil)
}

// OrdinaryOwnPropertyKeys is 10.1.11.1, https://tc39.es/ecma262/#sec-ordinaryownpropertykeys
// It appends to keys, in which a class has put index keys of its own.
func OrdinaryOwnPropertyKeys(a *Agent, o *Object, keys []PropertyKey) ([]PropertyKey, error) {
	o.materialize(a)
	if e := o.Elements(); e != nil {
		if err := a.Tick(int(e.Len)); err != nil {
			return nil, err
		}
		if err := a.Charge(int(e.Len) * 16); err != nil {
			return nil, err
		}
		keys = slices.Grow(keys, int(e.Len))
		for i := range e.Len {
			if err := a.AttendAt(int(i)); err != nil {
				return nil, err
			}
			if e.Form != ElementsValue || !e.values()[i].IsHole() {
				keys = append(keys, IndexKey(i))
			}
		}
	}
	props := o.shape.props()
	if err := a.Charge(len(props) * 16); err != nil {
		return nil, err
	}
	keys = slices.Grow(keys, len(props))
	if o.shape.hasIdx {
		from := len(keys)
		for _, e := range props {
			if e.key.kind == keyIndex {
				keys = append(keys, e.key)
			}
		}
		if err := sortIndexKeys(a, keys[from:]); err != nil {
			return nil, err
		}
	}
	symbols := 0
	for i, e := range props {
		if err := a.AttendAt(i); err != nil {
			return nil, err
		}
		switch e.key.kind {
		case keyString:
			keys = append(keys, e.key)
		case keySymbol:
			symbols++
		}
	}
	if symbols > 0 {
		for _, e := range props {
			if e.key.kind == keySymbol {
				keys = append(keys, e.key)
			}
		}
	}
	return keys, nil
}
