package structured

import (
	"math/bits"
	"unsafe"

	"github.com/burrowjs/burrow/object"
)

var (
	intrinsicDataView          = object.DeclareIntrinsic("DataView")
	intrinsicDataViewPrototype = object.DeclareIntrinsic("DataView.prototype")
)

// dataView is the payload of DataView objects (25.3).
type dataView struct {
	buffer       *object.ArrayBufferData
	bufferObject *object.Object
	offset       int
	length       int // unless auto
	auto         bool
}

var classDataView = &object.Class{Name: "DataView", Kind: object.KindOther}

// viewTypes are the types that have get and set methods, with the names of these.
var viewTypes = []struct {
	t    object.ElementType
	name string
}{
	{object.TypeInt8, "Int8"}, {object.TypeUint8, "Uint8"}, {object.TypeInt16, "Int16"}, {object.TypeUint16, "Uint16"},
	{object.TypeInt32, "Int32"}, {object.TypeUint32, "Uint32"}, {object.TypeFloat16, "Float16"}, {object.TypeFloat32, "Float32"},
	{object.TypeFloat64, "Float64"}, {object.TypeBigInt64, "BigInt64"}, {object.TypeBigUint64, "BigUint64"},
}

func init() {
	classDataView.Trace = func(o *object.Object, v object.Visitor) { v.Object(object.Payload[dataView](o).bufferObject) }
	object.DefineIntrinsic(intrinsicDataView, object.Spec{
		Fn: dataViewConstructor, Name: "DataView", Length: 1, Constructor: true,
		Props: []object.Prop{object.FixedRef("prototype", intrinsicDataViewPrototype)},
	})
	props := []object.Prop{
		object.Ref("constructor", intrinsicDataView),
		object.Getter("buffer", dataViewPrototypeBuffer),
		object.Getter("byteLength", dataViewPrototypeByteLength),
		object.Getter("byteOffset", dataViewPrototypeByteOffset),
	}
	for _, v := range viewTypes {
		props = append(props,
			object.MethodMagic("get"+v.name, 1, dataViewPrototypeGet, int32(v.t)),
			object.MethodMagic("set"+v.name, 2, dataViewPrototypeSet, int32(v.t)))
	}
	object.DefineIntrinsic(intrinsicDataViewPrototype, object.Spec{Props: append(props, object.ToStringTag("DataView"))})
}

func viewOf(v object.Value) *dataView { return object.PayloadOf[dataView](v, classDataView) }

// 25.3.2.1 DataView ( buffer [ , byteOffset [ , byteLength ] ] ), https://tc39.es/ecma262/#sec-dataview-buffer-byteoffset-bytelength
func dataViewConstructor(c *object.Call) (object.Value, error) {
	a := c.Agent
	if c.NewTarget == nil {
		return object.Undefined, a.TypeError("Constructor DataView requires 'new'")
	}
	b := object.BufferData(c.Arg(0))
	if b == nil {
		return object.Undefined, a.TypeError("First argument to DataView constructor must be an ArrayBuffer")
	}
	offset, err := object.ToIndexElse(a, c.Arg(1), func() error {
		return a.RangeError("Start offset %s is outside the bounds of the buffer", a.Describe(c.Arg(1)))
	})
	if err != nil {
		return object.Undefined, err
	}
	if b.Detached {
		return object.Undefined, detachedBuffer(a, "DataView")
	}
	outside := func() error { return a.RangeError("Start offset %d is outside the bounds of the buffer", offset) }
	n := int64(b.ByteLength())
	if offset > n {
		return object.Undefined, outside()
	}
	v := &dataView{buffer: b, bufferObject: c.Arg(0).AsObject(), offset: int(offset)}
	length := n - offset
	if c.Arg(2).IsUndefined() {
		v.auto = !b.IsFixedLength()
	} else {
		length, err = object.ToIndexElse(a, c.Arg(2), func() error {
			return a.RangeError("Invalid DataView length %s", a.Describe(c.Arg(2)))
		})
		if err != nil {
			return object.Undefined, err
		}
		if offset+length > n {
			return object.Undefined, a.RangeError("Invalid DataView length %d", length)
		}
	}
	v.length = int(length)
	o, err := object.OrdinaryCreateFromConstructor(a, c.NewTarget, intrinsicDataViewPrototype, classDataView, unsafe.Pointer(v))
	if err != nil {
		return object.Undefined, err
	}
	// Getting the prototype may have run script.
	if b.Detached {
		return object.Undefined, detachedBuffer(a, "DataView")
	}
	if n = int64(b.ByteLength()); offset > n {
		return object.Undefined, outside()
	}
	if !c.Arg(2).IsUndefined() && offset+length > n {
		return object.Undefined, a.RangeError("Invalid DataView length %d", length)
	}
	return object.Obj(o), nil
}

// outOfBounds is IsViewOutOfBounds (25.3.1.4).
func (v *dataView) outOfBounds() bool {
	if v.buffer.Detached {
		return true
	}
	n := v.buffer.ByteLength()
	return v.offset > n || !v.auto && v.offset+v.length > n
}

// byteLength is GetViewByteLength (25.3.1.3).
func (v *dataView) byteLength() int {
	if v.auto {
		return v.buffer.ByteLength() - v.offset
	}
	return v.length
}

func viewThis(c *object.Call, method string) (*dataView, error) {
	if v := viewOf(c.This); v != nil {
		return v, nil
	}
	return nil, c.Agent.TypeError("Method DataView.prototype.%s called on incompatible receiver %s", method, c.Agent.Describe(c.This))
}

// 25.3.4.1 get DataView.prototype.buffer, https://tc39.es/ecma262/#sec-get-dataview.prototype.buffer
func dataViewPrototypeBuffer(c *object.Call) (object.Value, error) {
	v, err := viewThis(c, "buffer")
	if err != nil {
		return object.Undefined, err
	}
	return object.Obj(v.bufferObject), nil
}

// 25.3.4.2 get DataView.prototype.byteLength, https://tc39.es/ecma262/#sec-get-dataview.prototype.bytelength
func dataViewPrototypeByteLength(c *object.Call) (object.Value, error) {
	v, err := viewThis(c, "byteLength")
	if err != nil {
		return object.Undefined, err
	}
	if v.outOfBounds() {
		return object.Undefined, detachedBuffer(c.Agent, "DataView.prototype.byteLength")
	}
	return object.IntN(v.byteLength()), nil
}

// 25.3.4.3 get DataView.prototype.byteOffset, https://tc39.es/ecma262/#sec-get-dataview.prototype.byteoffset
func dataViewPrototypeByteOffset(c *object.Call) (object.Value, error) {
	v, err := viewThis(c, "byteOffset")
	if err != nil {
		return object.Undefined, err
	}
	if v.outOfBounds() {
		return object.Undefined, detachedBuffer(c.Agent, "DataView.prototype.byteOffset")
	}
	return object.IntN(v.offset), nil
}

// at returns the index in the buffer of size bytes at index i of the view.
func (v *dataView) at(a *object.Agent, i int64, size int) (int, error) {
	if v.outOfBounds() {
		return 0, detachedBuffer(a, "DataView method")
	}
	if i+int64(size) > int64(v.byteLength()) {
		return 0, outsideView(a)
	}
	return v.offset + int(i), nil
}

// accessThis is viewThis for the method that gets or sets values of the type that
// is its magic number. HOST: V8's message does not know the receiver.
func accessThis(c *object.Call, prefix string) (*dataView, error) {
	if v := viewOf(c.This); v != nil {
		return v, nil
	}
	for _, t := range viewTypes {
		if t.t == object.ElementType(c.Magic()) {
			prefix += t.name
		}
	}
	return nil, c.Agent.TypeError("Method DataView.prototype.%s called on incompatible receiver undefined", prefix)
}

func outsideView(a *object.Agent) error {
	return a.RangeError("Offset is outside the bounds of the DataView")
}

// swap reverses the low size bytes of raw.
func swap(raw uint64, size int) uint64 { return bits.ReverseBytes64(raw) >> (64 - 8*size) }

// dataViewPrototypeGet is GetViewValue (25.3.1.5), https://tc39.es/ecma262/#sec-getviewvalue
func dataViewPrototypeGet(c *object.Call) (object.Value, error) {
	t := object.ElementType(c.Magic())
	v, err := accessThis(c, "get")
	if err != nil {
		return object.Undefined, err
	}
	i, err := object.ToIndexElse(c.Agent, c.Arg(0), func() error { return outsideView(c.Agent) })
	if err != nil {
		return object.Undefined, err
	}
	at, err := v.at(c.Agent, i, t.Size())
	if err != nil {
		return object.Undefined, err
	}
	raw := v.buffer.LoadRaw(at, t.Size())
	if !object.ToBoolean(c.Arg(1)) {
		raw = swap(raw, t.Size())
	}
	return object.ValueOfRaw(t, raw), nil
}

// dataViewPrototypeSet is SetViewValue (25.3.1.6), https://tc39.es/ecma262/#sec-setviewvalue
func dataViewPrototypeSet(c *object.Call) (object.Value, error) {
	t := object.ElementType(c.Magic())
	v, err := accessThis(c, "set")
	if err != nil {
		return object.Undefined, err
	}
	if v.buffer.Immutable {
		return object.Undefined, object.ImmutableBufferError(c.Agent, "DataView.prototype.set")
	}
	i, err := object.ToIndexElse(c.Agent, c.Arg(0), func() error { return outsideView(c.Agent) })
	if err != nil {
		return object.Undefined, err
	}
	raw, err := object.RawOf(c.Agent, t, c.Arg(1))
	if err != nil {
		return object.Undefined, err
	}
	at, err := v.at(c.Agent, i, t.Size())
	if err != nil {
		return object.Undefined, err
	}
	if !object.ToBoolean(c.Arg(2)) {
		raw = swap(raw, t.Size())
	}
	v.buffer.StoreRaw(at, t.Size(), raw)
	return object.Undefined, nil
}
