package object

import "unsafe"

// Operations on objects (7.3). Those that only wrap an internal method are
// methods of Object in ordinary.go.

// GetV is 7.3.3, https://tc39.es/ecma262/#sec-getv
//
// OPT: a primitive's own properties are looked at directly and the search goes
// on in the prototype with the primitive as receiver, which is what [[Get]] of
// its wrapper would do.
func GetV(a *Agent, v Value, k PropertyKey) (Value, error) {
	switch {
	case v.IsObject():
		return v.AsObject().GetV(a, k, v)
	case v.IsNullish():
		return Undefined, ReadFailure(a, v, k)
	case v.IsString():
		if own, ok := stringOwnValue(a, v.AsString(), k); ok {
			return own, nil
		}
	}
	return prototypeOfPrimitive(a, v).GetV(a, k, v)
}

// Set is 7.3.4, https://tc39.es/ecma262/#sec-set-o-p-v-throw
func (o *Object) Set(a *Agent, k PropertyKey, v Value, throw bool) error {
	ok, err := o.SetV(a, k, v, Obj(o))
	if err != nil || ok || !throw {
		return err
	}
	return a.SetFailure(Obj(o), k)
}

// CreateDataProperty is 7.3.5, https://tc39.es/ecma262/#sec-createdataproperty
func (o *Object) CreateDataProperty(a *Agent, k PropertyKey, v Value) (bool, error) {
	c := o.shape.class
	if c.DefineOwnProperty == nil && c.GetOwnProperty == nil {
		// OPT: adding to an ordinary object needs no descriptor.
		if _, _, _, ok := o.ownSlot(a, k); !ok {
			if o.flags&flagExtensible == 0 {
				return false, nil
			}
			return true, o.insert(a, k, v, AttrDefault)
		}
	} else if e := IsPlainArray(Obj(o)); e != nil && k.kind == keyIndex && o.elementFits(e, k.index) {
		// OPT: in a plain array every element has the attributes asked for, and
		// any may be added.
		if k.index < e.Len {
			e.Put(k.index, v)
		} else if err := o.insert(a, k, v, AttrDefault); err != nil {
			return false, err
		}
		e.Length = max(e.Length, k.index+1)
		return true, nil
	}
	d := DataDescriptor(v, AttrDefault)
	return o.DefineOwnProperty(a, k, &d)
}

// CreateDataPropertyOrThrow is 7.3.6, https://tc39.es/ecma262/#sec-createdatapropertyorthrow
func (o *Object) CreateDataPropertyOrThrow(a *Agent, k PropertyKey, v Value) error {
	ok, err := o.CreateDataProperty(a, k, v)
	if err != nil || ok {
		return err
	}
	return a.defineFailure(o, k)
}

// CreateNonEnumerableDataPropertyOrThrow is 7.3.7, https://tc39.es/ecma262/#sec-createnonenumerabledatapropertyorthrow
func (o *Object) CreateNonEnumerableDataPropertyOrThrow(a *Agent, k PropertyKey, v Value) error {
	d := DataDescriptor(v, AttrMethod)
	return o.DefinePropertyOrThrow(a, k, &d)
}

// DefinePropertyOrThrow is 7.3.8, https://tc39.es/ecma262/#sec-definepropertyorthrow
func (o *Object) DefinePropertyOrThrow(a *Agent, k PropertyKey, d *PropertyDescriptor) error {
	ok, err := o.DefineOwnProperty(a, k, d)
	if err != nil || ok {
		return err
	}
	return a.defineFailure(o, k)
}

// DefineValue defines a data property on an object that cannot refuse it: one
// that a built-in has just made.
func (o *Object) DefineValue(a *Agent, k PropertyKey, v Value, attrs Attributes) error {
	d := DataDescriptor(v, attrs)
	return o.DefinePropertyOrThrow(a, k, &d)
}

// DeletePropertyOrThrow is 7.3.9, https://tc39.es/ecma262/#sec-deletepropertyorthrow
func (o *Object) DeletePropertyOrThrow(a *Agent, k PropertyKey) error {
	ok, err := o.Delete(a, k)
	if err != nil || ok {
		return err
	}
	return a.DeleteFailure(o, k)
}

// ReadFailure is the TypeError for reading property k of undefined or null.
func ReadFailure(a *Agent, v Value, k PropertyKey) error {
	if k == SymbolKey(SymbolIterator) {
		return NotIterable(a, v)
	}
	return a.TypeError("Cannot read properties of %s (reading '%s')", a.Describe(v), keyText(k))
}

// GetMethod is 7.3.10, https://tc39.es/ecma262/#sec-getmethod ; the result is undefined or callable.
func GetMethod(a *Agent, v Value, k PropertyKey) (Value, error) {
	f, err := GetV(a, v, k)
	if err != nil || f.IsNullish() {
		return Undefined, err
	}
	if !IsCallable(f) {
		return Undefined, a.TypeError("%s is not a function", a.DescribeOperand(f))
	}
	return f, nil
}

// Invoke is 7.3.20, https://tc39.es/ecma262/#sec-invoke
func Invoke(a *Agent, v Value, k PropertyKey, args ...Value) (Value, error) {
	f, err := GetV(a, v, k)
	if err != nil {
		return Undefined, err
	}
	if !IsCallable(f) {
		return Undefined, a.TypeError("%s is not a function", a.DescribeOperand(f))
	}
	return a.Call(f, v, args...)
}

// IntegrityLevel is the level of SetIntegrityLevel.
type IntegrityLevel uint8

const (
	Sealed IntegrityLevel = iota
	Frozen
)

// SetIntegrityLevel is 7.3.15, https://tc39.es/ecma262/#sec-setintegritylevel
func SetIntegrityLevel(a *Agent, o *Object, level IntegrityLevel) (bool, error) {
	if ok, err := o.PreventExtensions(a); err != nil || !ok {
		return false, err
	}
	keys, err := o.OwnPropertyKeys(a)
	if err != nil {
		return false, err
	}
	for _, k := range keys {
		if err := a.Tick(1); err != nil {
			return false, err
		}
		d := PropertyDescriptor{Has: HasConfigurable}
		if level == Frozen {
			current, found, err := o.GetOwnProperty(a, k)
			if err != nil {
				return false, err
			}
			if !found {
				continue
			}
			if !current.IsAccessor() {
				d.Has |= HasWritable
			}
		}
		if t := TypedArrayOf(Obj(o)); t != nil && level == Frozen && k.IsIndex() {
			return false, a.TypeError("Cannot freeze array buffer views with elements")
		}
		if err := o.DefinePropertyOrThrow(a, k, &d); err != nil {
			return false, err
		}
	}
	return true, nil
}

// TestIntegrityLevel is 7.3.16, https://tc39.es/ecma262/#sec-testintegritylevel
func TestIntegrityLevel(a *Agent, o *Object, level IntegrityLevel) (bool, error) {
	if extensible, err := o.IsExtensible(a); err != nil || extensible {
		return false, err
	}
	keys, err := o.OwnPropertyKeys(a)
	if err != nil {
		return false, err
	}
	for _, k := range keys {
		if err := a.Tick(1); err != nil {
			return false, err
		}
		d, found, err := o.GetOwnProperty(a, k)
		if err != nil {
			return false, err
		}
		if found && (d.Configurable() || level == Frozen && !d.IsAccessor() && d.Writable()) {
			return false, nil
		}
	}
	return true, nil
}

// CreateArrayFromList is 7.3.17, https://tc39.es/ecma262/#sec-createarrayfromlist ; it takes over vs.
func CreateArrayFromList(a *Agent, vs []Value) *Object { return a.NewArrayFrom(vs) }

// LengthOfArrayLike is 7.3.18, https://tc39.es/ecma262/#sec-lengthofarraylike
func LengthOfArrayLike(a *Agent, o *Object) (int64, error) {
	if o.shape.class == ClassArray {
		return int64((*Elements)(o.ext).Length), nil
	}
	v, err := o.Get(a, a.NameKey(NameLength))
	if err != nil {
		return 0, err
	}
	return ToLength(a, v)
}

// maxListLength bounds the lists that scripts can make the engine collect.
const maxListLength = 1 << 27

// CreateListFromArrayLike is 7.3.19, https://tc39.es/ecma262/#sec-createlistfromarraylike
func CreateListFromArrayLike(a *Agent, v Value) ([]Value, error) {
	o := v.ObjectOrNil()
	if o == nil {
		return nil, a.TypeError("CreateListFromArrayLike called on non-object")
	}
	n, err := LengthOfArrayLike(a, o)
	if err != nil {
		return nil, err
	}
	if n > maxListLength {
		return nil, a.RangeError("Invalid array length")
	}
	if err := a.chargeValues(int(n)); err != nil {
		return nil, err
	}
	list := make([]Value, n)
	from := 0
	if e := IsPlainArray(v); e != nil {
		// OPT: elements that are there are read without [[Get]].
		for from < int(n) && from < int(e.Len) && !e.At(uint32(from)).IsHole() {
			list[from] = e.At(uint32(from)).Clean()
			from++
		}
	}
	for i := from; i < int(n); i++ {
		if err := a.Tick(1); err != nil {
			return nil, err
		}
		x, err := o.Get(a, IndexKey(uint32(i)))
		if err != nil {
			return nil, err
		}
		list[i] = x.Clean()
	}
	return list, nil
}

// chargeValues charges for n Values and the work of filling them.
func (a *Agent) chargeValues(n int) error {
	if err := a.Charge(n * int(unsafe.Sizeof(Value{}))); err != nil {
		return err
	}
	return a.Tick(n / 16)
}

// OrdinaryHasInstance is 7.3.21, https://tc39.es/ecma262/#sec-ordinaryhasinstance
func OrdinaryHasInstance(a *Agent, c, v Value) (bool, error) {
	if !IsCallable(c) {
		return false, nil
	}
	if target := boundTarget(c.AsObject()); target != nil {
		return InstanceofOperator(a, v, Obj(target))
	}
	o := v.ObjectOrNil()
	if o == nil {
		return false, nil
	}
	pv, err := c.AsObject().Get(a, a.NameKey(NamePrototype))
	if err != nil {
		return false, err
	}
	p := pv.ObjectOrNil()
	if p == nil {
		return false, a.TypeError("Function has non-object prototype '%s' in instanceof check", a.Describe(pv))
	}
	for n := 1; ; n++ {
		if o, err = o.GetPrototypeOf(a); err != nil || o == nil {
			return false, err
		}
		if o == p {
			return true, nil
		}
		if n&255 == 0 {
			if err := a.Tick(256); err != nil {
				return false, err
			}
		}
	}
}

// InstanceofOperator is 13.10.2, https://tc39.es/ecma262/#sec-instanceofoperator
func InstanceofOperator(a *Agent, v, target Value) (bool, error) {
	if !target.IsObject() {
		return false, a.TypeError("Right-hand side of 'instanceof' is not an object")
	}
	method, err := GetMethod(a, target, SymbolKey(SymbolHasInstance))
	if err != nil {
		return false, err
	}
	if !method.IsUndefined() {
		r, err := a.Call(method, target, v)
		return ToBoolean(r), err
	}
	if !IsCallable(target) {
		return false, a.TypeError("Right-hand side of 'instanceof' is not callable")
	}
	if err := a.EnterNative(); err != nil {
		return false, err
	}
	defer a.LeaveNative()
	return OrdinaryHasInstance(a, target, v)
}

// SpeciesConstructor is 7.3.22, https://tc39.es/ecma262/#sec-speciesconstructor
func SpeciesConstructor(a *Agent, o *Object, defaultConstructor Intrinsic) (*Object, error) {
	c, err := o.Get(a, a.NameKey(NameConstructor))
	if err != nil {
		return nil, err
	}
	if c.IsUndefined() {
		return a.CurrentRealm().Intrinsic(defaultConstructor), nil
	}
	if !c.IsObject() {
		return nil, a.TypeError("The .constructor property is not an object")
	}
	s, err := c.AsObject().Get(a, SymbolKey(SymbolSpecies))
	if err != nil {
		return nil, err
	}
	if s.IsNullish() {
		return a.CurrentRealm().Intrinsic(defaultConstructor), nil
	}
	if !IsConstructor(s) {
		return nil, a.TypeError("object.constructor[Symbol.species] is not a constructor")
	}
	return s.AsObject(), nil
}

// Enumeration is the kind of EnumerableOwnProperties.
type Enumeration uint8

const (
	EnumerateKeys Enumeration = iota
	EnumerateValues
	EnumerateEntries
)

// EnumerableOwnProperties is 7.3.23, https://tc39.es/ecma262/#sec-enumerableownproperties
func EnumerableOwnProperties(a *Agent, o *Object, kind Enumeration) ([]Value, error) {
	keys, err := o.OwnPropertyKeys(a)
	if err != nil {
		return nil, err
	}
	if err := a.chargeValues(len(keys)); err != nil {
		return nil, err
	}
	list := make([]Value, 0, len(keys))
	for _, k := range keys {
		if k.IsSymbol() {
			continue
		}
		if err := a.Attend(); err != nil {
			return nil, err
		}
		enumerable, v, err := enumerableOwn(a, o, k, kind != EnumerateKeys)
		if err != nil {
			return nil, err
		}
		if !enumerable {
			continue
		}
		switch kind {
		case EnumerateKeys:
			list = append(list, k.Value())
		case EnumerateValues:
			list = append(list, v.Clean())
		default:
			if err := a.Charge(128); err != nil {
				return nil, err
			}
			list = append(list, Obj(CreateArrayFromList(a, []Value{k.Value(), v.Clean()})))
		}
	}
	return list, nil
}

// enumerableOwn reports whether k is an enumerable own property of o, and if
// wanted gets its value.
func enumerableOwn(a *Agent, o *Object, k PropertyKey, wanted bool) (bool, Value, error) {
	if o.shape.class.GetOwnProperty == nil && o.shape.class.Get == nil {
		// OPT: an ordinary data property needs no descriptor.
		_, v, attrs, ok := o.ownSlot(a, k)
		if !ok || attrs&AttrEnumerable == 0 {
			return false, Undefined, nil
		}
		if attrs&AttrAccessor == 0 || !wanted {
			return true, v, nil
		}
	} else {
		d, found, err := o.GetOwnProperty(a, k)
		if err != nil || !found || !d.Enumerable() {
			return false, Undefined, err
		}
		if !wanted {
			return true, Undefined, nil
		}
	}
	v, err := o.Get(a, k)
	return true, v, err
}

// GetFunctionRealm is 7.3.24, https://tc39.es/ecma262/#sec-getfunctionrealm
func GetFunctionRealm(a *Agent, f *Object) (*Realm, error) {
	for n := 1; ; n++ {
		switch f.Kind() {
		case KindNative:
			return (*Native)(f.ext).Realm, nil
		case KindClosure:
			return ClosureRealmHook(f), nil
		}
		if target := boundTarget(f); target != nil {
			f = target
		} else if target, isProxy := ProxyTarget(f); isProxy {
			if target == nil {
				return nil, a.TypeError("Cannot perform 'get' on a proxy that has been revoked")
			}
			f = target
		} else {
			return a.CurrentRealm(), nil
		}
		if n&1023 == 0 {
			if err := a.Tick(1024); err != nil {
				return nil, err
			}
		}
	}
}

// CopyDataProperties is 7.3.25, https://tc39.es/ecma262/#sec-copydataproperties
func CopyDataProperties(a *Agent, target *Object, source Value, excluded []PropertyKey) error {
	if source.IsNullish() {
		return nil
	}
	from, err := ToObject(a, source)
	if err != nil {
		return err
	}
	keys, err := from.OwnPropertyKeys(a)
	if err != nil {
		return err
	}
next:
	for _, k := range keys {
		for _, x := range excluded {
			if x == k {
				continue next
			}
		}
		if err := a.Tick(1 + len(excluded)/16); err != nil {
			return err
		}
		enumerable, v, err := enumerableOwn(a, from, k, true)
		if err != nil {
			return err
		}
		if enumerable {
			if err := target.CreateDataPropertyOrThrow(a, k, v); err != nil {
				return err
			}
		}
	}
	return nil
}

// GetPrototypeFromConstructor is 10.1.14, https://tc39.es/ecma262/#sec-getprototypefromconstructor
func GetPrototypeFromConstructor(a *Agent, constructor *Object, defaultProto Intrinsic) (*Object, error) {
	v, err := constructor.Get(a, a.NameKey(NamePrototype))
	if err != nil {
		return nil, err
	}
	if v.IsObject() {
		return v.AsObject(), nil
	}
	r, err := GetFunctionRealm(a, constructor)
	if err != nil {
		return nil, err
	}
	return r.Intrinsic(defaultProto), nil
}

// OrdinaryCreateFromConstructor is 10.1.13, https://tc39.es/ecma262/#sec-ordinarycreatefromconstructor
// The internal slots are the class and its payload.
func OrdinaryCreateFromConstructor(a *Agent, constructor *Object, defaultProto Intrinsic, class *Class, payload unsafe.Pointer) (*Object, error) {
	proto, err := GetPrototypeFromConstructor(a, constructor, defaultProto)
	if err != nil {
		return nil, err
	}
	if class == ClassObject {
		return a.NewObject(proto), nil
	}
	return a.NewOf(class, proto, payload), nil
}
