package indexed

import (
	"github.com/burrowjs/burrow/object"
)

// The constructors and prototypes of the element types (table 71).
var typedArrayConstructors, typedArrayPrototypes = declareTypedArrays()

// Prototype returns the intrinsic prototype of the typed arrays of a type.
func Prototype(t object.ElementType) object.Intrinsic { return typedArrayPrototypes[t] }

func declareTypedArrays() (ctors, protos [object.ElementTypes]object.Intrinsic) {
	for t := range object.ElementTypes {
		ctors[t] = object.DeclareIntrinsic(t.Name())
		protos[t] = object.DeclareIntrinsic(t.Name() + ".prototype")
	}
	return
}

func init() {
	object.DefineIntrinsic(object.IntrinsicTypedArray, object.Spec{
		Fn: typedArrayConstructor, Name: "TypedArray", Constructor: true,
		Props: []object.Prop{
			object.FixedRef("prototype", object.IntrinsicTypedArrayPrototype),
			object.Method("of", 0, typedArrayOf),
			object.Method("from", 1, typedArrayFrom),
			object.SpeciesGetter(),
		},
	})
	for t := range object.ElementTypes {
		size := object.Constant("BYTES_PER_ELEMENT", object.Int(int32(t.Size())))
		ctor := object.Spec{
			Proto: object.IntrinsicTypedArray,
			Fn:    typedArrayTypeConstructor, Name: t.Name(), Length: 3, Constructor: true, Magic: int32(t),
			Props: []object.Prop{object.FixedRef("prototype", typedArrayPrototypes[t]), size},
		}
		proto := object.Spec{
			Proto: object.IntrinsicTypedArrayPrototype,
			Props: []object.Prop{object.Ref("constructor", typedArrayConstructors[t]), size},
		}
		if t == object.TypeUint8 {
			ctor.Props = append(ctor.Props, uint8ArrayProps...)
			proto.Props = append(proto.Props, uint8ArrayPrototypeProps...)
		}
		object.DefineIntrinsic(typedArrayConstructors[t], ctor)
		object.DefineIntrinsic(typedArrayPrototypes[t], proto)
		Globals = append(Globals, object.Ref(t.Name(), typedArrayConstructors[t]))
	}
}

// 23.2.1.1 %TypedArray% ( ), https://tc39.es/ecma262/#sec-%typedarray%
func typedArrayConstructor(c *object.Call) (object.Value, error) {
	return object.Undefined, c.Agent.TypeError("Abstract class TypedArray not directly constructable")
}

// 23.2.5.1 TypedArray ( ...args ), https://tc39.es/ecma262/#sec-typedarray
func typedArrayTypeConstructor(c *object.Call) (object.Value, error) {
	a := c.Agent
	t := object.ElementType(c.Magic())
	if c.NewTarget == nil {
		return object.Undefined, a.TypeError("Constructor %s requires 'new'", t.Name())
	}
	first := c.Arg(0)
	if !first.IsObject() {
		n, err := object.ToIndexElse(a, first, func() error { return invalidLength(a, first) })
		if err != nil {
			return object.Undefined, err
		}
		proto, err := object.GetPrototypeFromConstructor(a, c.NewTarget, typedArrayPrototypes[t])
		if err != nil {
			return object.Undefined, err
		}
		o, err := allocateTypedArray(a, t, proto, n)
		return object.ObjOrNull(o), err
	}
	proto, err := object.GetPrototypeFromConstructor(a, c.NewTarget, typedArrayPrototypes[t])
	if err != nil {
		return object.Undefined, err
	}
	var o *object.Object
	if source := object.TypedArrayOf(first); source != nil {
		o, err = typedArrayFromTypedArray(a, t, proto, source)
	} else if object.BufferData(first) != nil {
		o, err = typedArrayFromBuffer(a, t, proto, first.AsObject(), c.Arg(1), c.Arg(2))
	} else {
		o, err = typedArrayFromObject(a, t, proto, first)
	}
	return object.ObjOrNull(o), err
}

// allocateTypedArray is AllocateTypedArray with a length (23.2.5.1.1): over a new buffer.
func allocateTypedArray(a *object.Agent, t object.ElementType, proto *object.Object, n int64) (*object.Object, error) {
	const maxElements = 1 << 32
	if n > maxElements {
		return nil, a.RangeError("Invalid typed array length: %d", n)
	}
	buffer, err := newBuffer(a, n*int64(t.Size()))
	if err != nil {
		return nil, err
	}
	return a.NewTypedArray(t, proto, buffer, 0, int(n)), nil
}

// newBuffer is AllocateArrayBuffer(%ArrayBuffer%, n).
func newBuffer(a *object.Agent, n int64) (*object.Object, error) {
	data, err := object.CreateByteDataBlock(a, n)
	if err != nil {
		return nil, err
	}
	return a.NewArrayBuffer(a.CurrentRealm().Intrinsic(object.IntrinsicArrayBufferPrototype), data, -1), nil
}

// typedArrayFromTypedArray is 23.2.5.1.2, https://tc39.es/ecma262/#sec-initializetypedarrayfromtypedarray
func typedArrayFromTypedArray(a *object.Agent, t object.ElementType, proto *object.Object, source *object.TypedArrayData) (*object.Object, error) {
	if source.OutOfBounds() {
		return nil, a.TypeError("Cannot perform Construct on a detached ArrayBuffer")
	}
	n := source.Length()
	o, err := allocateTypedArray(a, t, proto, int64(n))
	if err != nil {
		return nil, err
	}
	if source.Type.IsBigInt() != t.IsBigInt() {
		return nil, mixedContent(a)
	}
	return o, copyElements(a, object.Payload[object.TypedArrayData](o), 0, source, 0, n)
}

func mixedContent(a *object.Agent) error {
	return a.TypeError("Cannot mix BigInt and other types, use explicit conversions")
}

// copyElements sets n elements of one typed array to those of another with the
// same content type and another buffer, converting them if the types differ.
func copyElements(a *object.Agent, to *object.TypedArrayData, at int, from *object.TypedArrayData, start, n int) error {
	if to.Type == from.Type || to.Type.Size() == 1 && from.Type.Size() == 1 && to.Type != object.TypeUint8C {
		size := to.Type.Size()
		return object.CopyBytes(a, to.Buffer, to.Offset+at*size, from.Buffer, from.Offset+start*size, n*size)
	}
	for i := range n {
		if i&1023 == 0 {
			if err := a.Tick(64); err != nil {
				return err
			}
		}
		raw, err := object.RawOf(a, to.Type, from.Get(start+i))
		if err != nil {
			return err
		}
		to.PutRaw(at+i, raw)
	}
	return nil
}

func invalidLength(a *object.Agent, v object.Value) error {
	return a.RangeError("Invalid typed array length: %s", a.Describe(v))
}

// typedArrayFromBuffer is 23.2.5.1.3, https://tc39.es/ecma262/#sec-initializetypedarrayfromarraybuffer
func typedArrayFromBuffer(a *object.Agent, t object.ElementType, proto, buffer *object.Object, byteOffset, length object.Value) (*object.Object, error) {
	size := int64(t.Size())
	offset, err := object.ToIndexElse(a, byteOffset, func() error {
		return a.RangeError("Start offset %s is outside the bounds of the buffer", a.Describe(byteOffset))
	})
	if err != nil {
		return nil, err
	}
	if offset%size != 0 {
		return nil, a.RangeError("start offset of %s should be a multiple of %d", t.Name(), size)
	}
	n := int64(0)
	if !length.IsUndefined() {
		if n, err = object.ToIndexElse(a, length, func() error { return invalidLength(a, length) }); err != nil {
			return nil, err
		}
	}
	b := object.BufferData(object.Obj(buffer))
	if b.Detached {
		return nil, a.TypeError("Cannot perform Construct on a detached ArrayBuffer")
	}
	bytes := int64(b.ByteLength())
	switch {
	case !length.IsUndefined():
		if n > object.MaxSafeInteger/size || offset+n*size > bytes {
			return nil, a.RangeError("Invalid typed array length: %d", n)
		}
	case !b.IsFixedLength():
		if offset > bytes {
			return nil, a.RangeError("Start offset %d is outside the bounds of the buffer", offset)
		}
		n = -1
	case bytes%size != 0:
		return nil, a.RangeError("byte length of %s should be a multiple of %d", t.Name(), size)
	case offset > bytes:
		return nil, a.RangeError("Start offset %d is outside the bounds of the buffer", offset)
	default:
		n = (bytes - offset) / size
	}
	return a.NewTypedArray(t, proto, buffer, int(offset), int(n)), nil
}

// typedArrayFromObject is steps 6.d to 6.f of 23.2.5.1: from an iterable or array-like object.
func typedArrayFromObject(a *object.Agent, t object.ElementType, proto *object.Object, source object.Value) (*object.Object, error) {
	list, iterable, err := listOfIterable(a, source)
	if err != nil {
		return nil, err
	}
	n := int64(len(list))
	if !iterable {
		if n, err = object.LengthOfArrayLike(a, source.AsObject()); err != nil {
			return nil, err
		}
	}
	o, err := allocateTypedArray(a, t, proto, n)
	if err != nil {
		return nil, err
	}
	data := object.Payload[object.TypedArrayData](o)
	for i := range n {
		var v object.Value
		if iterable {
			v = list[i]
			if i&63 == 0 {
				if err := a.Tick(8); err != nil {
					return nil, err
				}
			}
		} else if v, err = getAt(a, source.AsObject(), i); err != nil {
			return nil, err
		}
		if err := object.TypedArraySetElement(a, data, float64(i), v); err != nil {
			return nil, err
		}
	}
	return o, nil
}

// listOfIterable is the list of what the iterator of v delivers, if v has an
// iterator method.
func listOfIterable(a *object.Agent, v object.Value) (list []object.Value, iterable bool, err error) {
	if e := a.PristineArray(v); e != nil && e.Len == e.Length {
		// OPT: iterating over the array delivers its elements (PristineArray).
		list, err = object.CreateListFromArrayLike(a, v)
		return list, true, err
	}
	method, err := iteratorOf(a, v, "TypedArray's constructor")
	if err != nil || method.IsUndefined() {
		return nil, false, err
	}
	rec, err := object.GetIteratorFromMethod(a, v, method)
	if err != nil {
		return nil, true, err
	}
	list, err = object.IteratorToList(a, &rec)
	return list, true, err
}

// validateTypedArray is 23.2.4.4, https://tc39.es/ecma262/#sec-validatetypedarray
func validateTypedArray(a *object.Agent, v object.Value, method string) (*object.TypedArrayData, error) {
	t := object.TypedArrayOf(v)
	if t == nil {
		return nil, a.TypeError("this is not a typed array.")
	}
	if t.OutOfBounds() {
		return nil, detached(a, method)
	}
	return t, nil
}

func detached(a *object.Agent, method string) error {
	return a.TypeError("Cannot perform %s on a detached ArrayBuffer", method)
}

// typedArrayCreate is TypedArrayCreateFromConstructor (23.2.4.2), https://tc39.es/ecma262/#sec-typedarraycreatefromctor
func typedArrayCreate(a *object.Agent, ctor *object.Object, method string, args ...object.Value) (*object.TypedArrayData, *object.Object, error) {
	o, err := a.Construct(ctor, nil, args...)
	if err != nil {
		return nil, nil, err
	}
	if object.TypedArrayOf(object.Obj(o)) == nil && (method == "%TypedArray%.from" || method == "%TypedArray%.of") {
		return nil, nil, a.TypeError("Method %s called on incompatible receiver %s", method, a.Describe(object.Obj(o)))
	}
	t, err := validateTypedArray(a, object.ObjOrNull(o), method)
	if err != nil {
		return nil, nil, err
	}
	if len(args) == 1 && args[0].IsNumber() {
		// An array of a given length is made to be written to.
		if t.Buffer.Immutable {
			return nil, nil, object.ImmutableBufferError(a, method)
		}
		if float64(t.Length()) < args[0].AsNumber() {
			return nil, nil, a.TypeError("Derived TypedArray constructor created an array which was too small")
		}
	}
	return t, o, nil
}

// typedArraySpeciesCreate is 23.2.4.1, https://tc39.es/ecma262/#typedarray-species-create
func typedArraySpeciesCreate(a *object.Agent, exemplar *object.Object, method string, args ...object.Value) (*object.TypedArrayData, *object.Object, error) {
	t := object.Payload[object.TypedArrayData](exemplar)
	ctor, err := object.SpeciesConstructor(a, exemplar, typedArrayConstructors[t.Type])
	if err != nil {
		return nil, nil, err
	}
	r, o, err := typedArrayCreate(a, ctor, method, args...)
	if err != nil {
		return nil, nil, err
	}
	if r.Type.IsBigInt() != t.Type.IsBigInt() {
		return nil, nil, a.TypeError("Content type of the typed array created by the species constructor differs")
	}
	return r, o, nil
}

// typedArrayCreateSameType is 23.2.4.3, https://tc39.es/ecma262/#sec-typedarray-create-same-type
func typedArrayCreateSameType(a *object.Agent, t object.ElementType, n int) (*object.TypedArrayData, *object.Object, error) {
	o, err := allocateTypedArray(a, t, a.CurrentRealm().Intrinsic(typedArrayPrototypes[t]), int64(n))
	if err != nil {
		return nil, nil, err
	}
	return object.Payload[object.TypedArrayData](o), o, nil
}

// 23.2.2.1 %TypedArray%.from ( source [ , mapper [ , thisArg ] ] ), https://tc39.es/ecma262/#sec-%typedarray%.from
func typedArrayFrom(c *object.Call) (object.Value, error) {
	a := c.Agent
	if !object.IsConstructor(c.This) {
		return object.Undefined, a.TypeError("%s is not a constructor", a.Describe(c.This))
	}
	var mapper *callback
	if !c.Arg(1).IsUndefined() {
		var err error
		if mapper, err = newCallback(c, 1); err != nil {
			return object.Undefined, err
		}
	}
	list, iterable, err := listOfIterable(a, c.Arg(0))
	if err != nil {
		return object.Undefined, err
	}
	n := int64(len(list))
	var source *object.Object
	if !iterable {
		if source, err = object.ToObject(a, c.Arg(0)); err != nil {
			return object.Undefined, err
		}
		if n, err = object.LengthOfArrayLike(a, source); err != nil {
			return object.Undefined, err
		}
	}
	_, target, err := typedArrayCreate(a, c.This.AsObject(), "%TypedArray%.from", object.IntN(int(n)))
	if err != nil {
		return object.Undefined, err
	}
	for k := range n {
		var v object.Value
		if iterable {
			v = list[k]
		} else if v, err = getAt(a, source, k); err != nil {
			return object.Undefined, err
		}
		if mapper != nil {
			mapper.args = [3]object.Value{v.Clean(), object.IntN(int(k))}
			if v, err = a.Call(mapper.fn, mapper.this, mapper.args[:2]...); err != nil {
				return object.Undefined, err
			}
		}
		if err := setAt(a, target, k, v); err != nil {
			return object.Undefined, err
		}
	}
	return object.Obj(target), nil
}

// 23.2.2.2 %TypedArray%.of ( ...items ), https://tc39.es/ecma262/#sec-%typedarray%.of
func typedArrayOf(c *object.Call) (object.Value, error) {
	a := c.Agent
	if !object.IsConstructor(c.This) {
		return object.Undefined, a.TypeError("%s is not a constructor", a.Describe(c.This))
	}
	n := c.ArgCount()
	_, target, err := typedArrayCreate(a, c.This.AsObject(), "%TypedArray%.of", object.IntN(n))
	if err != nil {
		return object.Undefined, err
	}
	for i := range n {
		if err := setAt(a, target, int64(i), c.Arg(i)); err != nil {
			return object.Undefined, err
		}
	}
	return object.Obj(target), nil
}
