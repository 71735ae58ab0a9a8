package object

import "unsafe"

// ClassArray is the class of array exotic objects (10.4.2). length is not in
// the shape: it is Elements.Length, presented as an own property here.
var ClassArray = &Class{Name: "Array", Kind: KindArray}

func init() {
	ClassArray.GetOwnProperty = arrayGetOwnProperty
	ClassArray.DefineOwnProperty = arrayDefineOwnProperty
	ClassArray.Get = arrayGet
	ClassArray.Set = arraySet
	ClassArray.Delete = arrayDelete
	ClassArray.OwnPropertyKeys = arrayOwnPropertyKeys
	ClassArray.CacheNamed = func(a *Agent, k PropertyKey) bool { return !a.isLength(k) }
	ClassArray.Trace = func(o *Object, v Visitor) { (*Elements)(o.ext).trace(v) }
	ClassArray.Size = func(o *Object) int {
		e := (*Elements)(o.ext)
		return int(unsafe.Sizeof(*e)) + int(e.cap)*e.ElementSize()
	}
}

func (e *Elements) trace(v Visitor) {
	if e.Form == ElementsValue {
		for _, x := range e.values()[:e.Len] {
			v.Value(x)
		}
	}
}

type arrayObject struct {
	Object
	elements Elements
}

// NewArray returns an empty array of realm r.
func (a *Agent) NewArray(r *Realm) *Object {
	return a.NewArrayWithProto(r.Intrinsic(IntrinsicArrayPrototype))
}

// NewArrayWithProto is ArrayCreate(0, proto) (10.4.2.2).
func (a *Agent) NewArrayWithProto(proto *Object) *Object {
	x := &arrayObject{}
	x.shape = a.rootShape(ClassArray, proto)
	x.flags = uint64(KindArray) | flagExtensible | flagElements
	x.ext = unsafe.Pointer(&x.elements)
	return &x.Object
}

// NewArrayFrom returns an array of the current realm that takes over vs, whose
// Values are clean.
func (a *Agent) NewArrayFrom(vs []Value) *Object {
	o := a.NewArray(a.CurrentRealm())
	(*Elements)(o.ext).InitValues(vs)
	return o
}

// ArrayCreate is 10.4.2.2, https://tc39.es/ecma262/#sec-arraycreate ; proto nil means %Array.prototype%.
func ArrayCreate(a *Agent, length uint64, proto *Object) (*Object, error) {
	if length > 1<<32-1 {
		return nil, a.RangeError("Invalid array length")
	}
	if proto == nil {
		proto = a.CurrentRealm().Intrinsic(IntrinsicArrayPrototype)
	}
	o := a.NewArrayWithProto(proto)
	(*Elements)(o.ext).Length = uint32(length)
	return o, nil
}

// IsArrayObject reports whether o is an array exotic object (not a proxy for one).
func (o *Object) IsArrayObject() bool { return o.shape.class == ClassArray }

// IsPlainArray reports whether v is an array whose elements are all in the
// dense storage or absent, whose length is writable, and which is extensible:
// built-ins may then work on Elements directly, as long as holes are looked up
// on the prototype chain.
func IsPlainArray(v Value) *Elements {
	if !v.IsObject() {
		return nil
	}
	o := v.AsObject()
	if o.shape.class != ClassArray || o.shape.hasIdx || o.flags&flagExtensible == 0 {
		return nil
	}
	if e := (*Elements)(o.ext); !e.ReadOnly {
		return e
	}
	return nil
}

func (a *Agent) isLength(k PropertyKey) bool { return k == a.NameKey(NameLength) }

func (e *Elements) lengthAttrs() Attributes {
	if e.ReadOnly {
		return 0
	}
	return AttrWritable
}

func lengthValue(n uint32) Value {
	if n < 1<<31 {
		return Int(int32(n))
	}
	return Float(float64(n))
}

// LengthValue returns the length as a Number.
func (e *Elements) LengthValue() Value { return lengthValue(e.Length) }

func arrayGetOwnProperty(a *Agent, o *Object, k PropertyKey) (PropertyDescriptor, bool, error) {
	if a.isLength(k) {
		e := (*Elements)(o.ext)
		return DataDescriptor(lengthValue(e.Length), e.lengthAttrs()), true, nil
	}
	d, ok := OrdinaryGetOwnProperty(a, o, k)
	return d, ok, nil
}

// OPT: [[Get]] of an array without a descriptor; same result as OrdinaryGet (TestArrayGet).
func arrayGet(a *Agent, o *Object, k PropertyKey, receiver Value) (Value, error) {
	if a.isLength(k) {
		return lengthValue((*Elements)(o.ext).Length), nil
	}
	if _, v, attrs, ok := o.ownSlot(a, k); ok {
		if attrs&AttrAccessor != 0 {
			if g := v.accessor().Get; g != nil {
				return a.Call(Obj(g), receiver)
			}
			return Undefined, nil
		}
		return v, nil
	}
	p := o.shape.proto
	if p == nil {
		return Undefined, nil
	}
	if err := a.EnterNative(); err != nil {
		return Undefined, err
	}
	defer a.LeaveNative()
	return p.GetV(a, k, receiver)
}

// OPT: [[Set]] of an existing element or of one past the end, when nothing on
// the prototype chain can intercept it (TestArraySet).
func arraySet(a *Agent, o *Object, k PropertyKey, v, receiver Value) (bool, error) {
	if receiver.IsObject() && receiver.AsObject() == o {
		if k.kind == keyIndex {
			e := (*Elements)(o.ext)
			if k.index < e.Len && !e.At(k.index).IsHole() {
				e.Put(k.index, v)
				return true, nil
			}
			if !o.shape.hasIdx && o.flags&flagExtensible != 0 && !e.ReadOnly && o.elementFits(e, k.index) && a.NoIndexedProtos(o.shape.proto) {
				if err := o.insert(a, k, v, AttrDefault); err != nil {
					return false, err
				}
				e.Length = max(e.Length, k.index+1)
				return true, nil
			}
		} else if slot, _, attrs, ok := o.ownSlot(a, k); ok && slot != nil && attrs&(AttrWritable|AttrAccessor) == AttrWritable {
			slot.SetHeap(v)
			return true, nil
		}
	}
	return OrdinarySet(a, o, k, v, receiver)
}

// NoIndexedProtos reports whether no object from p up the chain has or could
// intercept an index: holes then read as undefined and elements may be added
// without looking further.
func (a *Agent) NoIndexedProtos(p *Object) bool {
	for ; p != nil; p = p.shape.proto {
		c := p.shape.class
		if c.GetPrototypeOf != nil || p.shape.hasIdx {
			return false
		}
		if p.flags&flagElements != 0 {
			if (*Elements)(p.ext).Len > 0 {
				return false
			}
		} else if c.Get != nil || c.GetOwnProperty != nil {
			return false
		}
	}
	return true
}

// arrayDefineOwnProperty is 10.4.2.1, https://tc39.es/ecma262/#sec-array-exotic-objects-defineownproperty-p-desc
func arrayDefineOwnProperty(a *Agent, o *Object, k PropertyKey, d *PropertyDescriptor) (bool, error) {
	e := (*Elements)(o.ext)
	if k.kind == keyIndex {
		if k.index >= e.Length && e.ReadOnly {
			return false, nil
		}
		current, found := OrdinaryGetOwnProperty(a, o, k)
		ok, err := ValidateAndApplyPropertyDescriptor(a, o, k, o.flags&flagExtensible != 0, d, &current, found)
		if ok && err == nil && k.index >= e.Length {
			e.Length = k.index + 1
		}
		return ok, err
	}
	if a.isLength(k) {
		return ArraySetLength(a, o, d)
	}
	current, found := OrdinaryGetOwnProperty(a, o, k)
	return ValidateAndApplyPropertyDescriptor(a, o, k, o.flags&flagExtensible != 0, d, &current, found)
}

// ArraySetLength is 10.4.2.4, https://tc39.es/ecma262/#sec-arraysetlength
func ArraySetLength(a *Agent, o *Object, d *PropertyDescriptor) (bool, error) {
	e := (*Elements)(o.ext)
	newLen := e.Length
	if d.Has&HasValue != 0 {
		n, err := ToUint32(a, d.Value) // step 3
		if err != nil {
			return false, err
		}
		num, err := ToNumber(a, d.Value) // step 4, observable
		if err != nil {
			return false, err
		}
		if float64(n) != num {
			return false, a.RangeError("Invalid array length")
		}
		newLen = n
	}
	probe := *d
	probe.Value = lengthValue(newLen)
	current := DataDescriptor(lengthValue(e.Length), e.lengthAttrs())
	if !IsCompatiblePropertyDescriptor(a, true, &probe, &current, true) {
		return false, nil
	}
	ok, err := o.setLength(a, newLen)
	if err != nil {
		return false, err
	}
	if d.Has&HasWritable != 0 && !d.Writable() {
		e.ReadOnly = true
		o.toUnique()
		o.touch(a)
	}
	return ok, nil
}

// setLength changes the length and deletes what lies beyond; it stops at an
// element that cannot be deleted and reports false.
func (o *Object) setLength(a *Agent, n uint32) (bool, error) {
	e := (*Elements)(o.ext)
	if n >= e.Length {
		e.Length = n
		return true, nil
	}
	if o.shape.hasIdx {
		keys, err := OrdinaryOwnPropertyKeys(a, o, nil)
		if err != nil {
			return false, err
		}
		last := 0
		for last < len(keys) && keys[last].kind == keyIndex {
			last++
		}
		for i := last - 1; i >= 0 && keys[i].index >= n && keys[i].index >= e.Len; i-- {
			_, attrs, _ := o.shape.lookup(keys[i])
			if attrs&AttrConfigurable == 0 {
				e.Length = keys[i].index + 1
				return false, nil
			}
			o.removeProperty(a, keys[i])
		}
	}
	e.Truncate(n)
	e.Length = n
	return true, nil
}

func arrayDelete(a *Agent, o *Object, k PropertyKey) (bool, error) {
	if a.isLength(k) {
		return false, nil
	}
	slot, _, attrs, ok := o.ownSlot(a, k)
	switch {
	case !ok:
		return true, nil
	case attrs&AttrConfigurable == 0:
		return false, nil
	case slot != nil:
		o.removeProperty(a, k)
		return true, nil
	}
	e := (*Elements)(o.ext)
	if k.index == e.Len-1 {
		e.Truncate(k.index)
	} else {
		e.Put(k.index, Hole)
	}
	return true, nil
}

func arrayOwnPropertyKeys(a *Agent, o *Object) ([]PropertyKey, error) {
	keys, err := OrdinaryOwnPropertyKeys(a, o, nil)
	if err != nil {
		return nil, err
	}
	// length comes first among the string keys.
	i := 0
	for i < len(keys) && keys[i].kind == keyIndex {
		i++
	}
	keys = append(keys, PropertyKey{})
	copy(keys[i+1:], keys[i:])
	keys[i] = a.NameKey(NameLength)
	return keys, nil
}
