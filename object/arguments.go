package object

import "unsafe"

// ArgumentsData is the payload of arguments exotic objects (10.4.4). The
// arguments are in Elements. Mapped[i], if not nil, is the parameter that
// index i still stands for; what Elements holds there is stale.
type ArgumentsData struct {
	Elements
	Mapped []*Box
}

// ClassArguments is the class of unmapped arguments objects, which are ordinary
// but for where they keep their indices.
var ClassArguments = &Class{Name: "Arguments", Kind: KindArguments, Trace: traceArguments, Size: argumentsSize}

// ClassMappedArguments is the class of those of sloppy functions with simple
// parameters. Its kind is KindOther: Elements alone do not tell its values.
var ClassMappedArguments = &Class{Name: "Arguments", Kind: KindOther, Trace: traceArguments, Size: argumentsSize}

func init() {
	ClassMappedArguments.GetOwnProperty = argumentsGetOwnProperty
	ClassMappedArguments.DefineOwnProperty = argumentsDefineOwnProperty
	ClassMappedArguments.Get = argumentsGet
	ClassMappedArguments.Set = argumentsSet
	ClassMappedArguments.Delete = argumentsDelete
}

func traceArguments(o *Object, v Visitor) {
	d := (*ArgumentsData)(o.ext)
	d.Elements.trace(v)
	for _, b := range d.Mapped {
		if b != nil {
			v.Value(b.V)
		}
	}
}

func argumentsSize(o *Object) int {
	d := (*ArgumentsData)(o.ext)
	return int(unsafe.Sizeof(*d)) + int(d.cap)*d.ElementSize() + len(d.Mapped)*int(unsafe.Sizeof(uintptr(0))+unsafe.Sizeof(Box{}))
}

type argumentsObject struct {
	Object
	data ArgumentsData
	in   [3]Value // length, Symbol.iterator, callee
}

func (a *Agent) newArguments(c *Class, args []Value, calleeAttrs Attributes, callee Value) *Object {
	r := a.CurrentRealm()
	cache := &r.caches.arguments
	if c == ClassMappedArguments {
		cache = &r.caches.mappedArguments
	}
	if *cache == nil {
		s := a.rootShape(c, r.Intrinsic(IntrinsicObjectPrototype))
		s = a.ShapeWith(s, AttrMethod, a.NameKey(NameLength), SymbolKey(SymbolIterator))
		*cache = a.ShapeWith(s, calleeAttrs, a.NameKey(NameCallee))
	}
	x := &argumentsObject{}
	x.shape = *cache
	x.slots = unsafe.Pointer(&x.in)
	x.ext = unsafe.Pointer(&x.data)
	x.flags = uint64(c.Kind) | flagExtensible | flagElements | 3<<capShift
	x.data.InitValues(args)
	x.in = [3]Value{IntN(len(args)), Obj(r.Intrinsic(IntrinsicArrayPrototypeValues)), callee}
	return &x.Object
}

// CreateUnmappedArgumentsObject is 10.4.4.6, https://tc39.es/ecma262/#sec-createunmappedargumentsobject
// It takes over args, whose Values are clean.
func CreateUnmappedArgumentsObject(a *Agent, args []Value) *Object {
	thrower := a.CurrentRealm().Intrinsic(IntrinsicThrowTypeError)
	return a.newArguments(ClassArguments, args, AttrAccessor, accessorValue(&Accessor{thrower, thrower}))
}

// CreateMappedArgumentsObject is 10.4.4.7, https://tc39.es/ecma262/#sec-createmappedargumentsobject
// mapped[i] is the box of the parameter that index i stands for, or nil; it is
// not longer than args. Both slices are taken over.
func CreateMappedArgumentsObject(a *Agent, callee *Object, args []Value, mapped []*Box) *Object {
	o := a.newArguments(ClassMappedArguments, args, AttrMethod, Obj(callee))
	(*ArgumentsData)(o.ext).Mapped = mapped
	return o
}

// mappedBox returns the parameter that k stands for, or nil.
func (o *Object) mappedBox(k PropertyKey) *Box {
	d := (*ArgumentsData)(o.ext)
	if k.kind == keyIndex && int(k.index) < len(d.Mapped) {
		return d.Mapped[k.index]
	}
	return nil
}

func (o *Object) unmap(k PropertyKey) { (*ArgumentsData)(o.ext).Mapped[k.index] = nil }

// argumentsGetOwnProperty is 10.4.4.1, https://tc39.es/ecma262/#sec-arguments-exotic-objects-getownproperty-p
func argumentsGetOwnProperty(a *Agent, o *Object, k PropertyKey) (PropertyDescriptor, bool, error) {
	d, ok := OrdinaryGetOwnProperty(a, o, k)
	if ok {
		if b := o.mappedBox(k); b != nil {
			d.Value = b.V
		}
	}
	return d, ok, nil
}

// argumentsDefineOwnProperty is 10.4.4.2, https://tc39.es/ecma262/#sec-arguments-exotic-objects-defineownproperty-p-desc
func argumentsDefineOwnProperty(a *Agent, o *Object, k PropertyKey, d *PropertyDescriptor) (bool, error) {
	b := o.mappedBox(k)
	request := *d
	freezes := d.Has&HasWritable != 0 && !d.Writable()
	if b != nil && d.IsData() && d.Has&HasValue == 0 && freezes {
		request.Value = b.V
		request.Has |= HasValue
	}
	ok, err := OrdinaryDefineOwnProperty(a, o, k, &request)
	if err != nil || !ok || b == nil {
		return ok, err
	}
	if d.IsAccessor() {
		o.unmap(k)
		return true, nil
	}
	if d.Has&HasValue != 0 {
		b.V.SetHeap(d.Value)
	}
	if freezes {
		o.unmap(k)
	}
	return true, nil
}

// argumentsGet is 10.4.4.3, https://tc39.es/ecma262/#sec-arguments-exotic-objects-get-p-receiver
func argumentsGet(a *Agent, o *Object, k PropertyKey, receiver Value) (Value, error) {
	if b := o.mappedBox(k); b != nil {
		return b.V, nil
	}
	return OrdinaryGet(a, o, k, receiver)
}

// argumentsSet is 10.4.4.4, https://tc39.es/ecma262/#sec-arguments-exotic-objects-set-p-v-receiver
func argumentsSet(a *Agent, o *Object, k PropertyKey, v, receiver Value) (bool, error) {
	if receiver.ObjectOrNil() == o {
		if b := o.mappedBox(k); b != nil {
			b.V.SetHeap(v)
		}
	}
	return OrdinarySet(a, o, k, v, receiver)
}

// argumentsDelete is 10.4.4.5, https://tc39.es/ecma262/#sec-arguments-exotic-objects-delete-p
func argumentsDelete(a *Agent, o *Object, k PropertyKey) (bool, error) {
	ok, err := OrdinaryDelete(a, o, k)
	if ok && err == nil && o.mappedBox(k) != nil {
		o.unmap(k)
	}
	return ok, err
}

// AppendDense appends to list what CreateListFromArrayLike would make of o, if
// that is plain data: an array or an arguments object of realm r, without holes, as it was
// made but for the values of its elements, and of at most limit elements. steps
// is the number of steps that CreateListFromArrayLike takes.
func (r *Realm) AppendDense(list []Value, o *Object, limit int) (_ []Value, steps int, ok bool) {
	var e *Elements
	var mapped []*Box
	switch o.shape.class {
	case ClassArray:
		if e = IsPlainArray(Obj(o)); e == nil || e.Length != e.Len {
			return list, 0, false
		}
	case ClassArguments, ClassMappedArguments:
		d := (*ArgumentsData)(o.ext)
		e, mapped = &d.Elements, d.Mapped
		n := o.slotAt(0)
		if o.shape != r.caches.arguments && o.shape != r.caches.mappedArguments || !n.IsInt() || n.AsInt() != int32(e.Len) {
			return list, 0, false
		}
		steps = int(e.Len)
	default:
		return list, 0, false
	}
	if int(e.Len) > limit {
		return list, 0, false
	}
	from := len(list)
	for i := range e.Len {
		v := e.At(i).Clean()
		if int(i) < len(mapped) && mapped[i] != nil {
			v = mapped[i].V
		}
		if v.IsHole() {
			clear(list[from:])
			return list[:from], 0, false
		}
		list = append(list, v)
	}
	return list, steps + int(e.Len)/16, true
}
