package structured

import (
	"github.com/burrowjs/burrow/object"
)

var nameMaxByteLength = object.DeclareName("maxByteLength")

func init() {
	object.DefineIntrinsic(object.IntrinsicArrayBuffer, object.Spec{
		Fn: arrayBufferConstructor, Name: "ArrayBuffer", Length: 1, Constructor: true,
		Props: []object.Prop{
			object.FixedRef("prototype", object.IntrinsicArrayBufferPrototype),
			object.Method("isView", 1, arrayBufferIsView),
			object.SpeciesGetter(),
		},
	})
	object.DefineIntrinsic(object.IntrinsicArrayBufferPrototype, object.Spec{
		Props: []object.Prop{
			object.Ref("constructor", object.IntrinsicArrayBuffer),
			object.Getter("byteLength", arrayBufferPrototypeByteLength),
			object.Method("slice", 2, arrayBufferPrototypeSlice),
			object.Getter("maxByteLength", arrayBufferPrototypeMaxByteLength),
			object.Getter("resizable", arrayBufferPrototypeResizable),
			object.Method("resize", 1, arrayBufferPrototypeResize),
			object.Method("transfer", 0, arrayBufferPrototypeTransfer),
			object.Method("transferToFixedLength", 0, arrayBufferPrototypeTransferToFixedLength),
			object.Getter("detached", arrayBufferPrototypeDetached),
			object.ToStringTag("ArrayBuffer"),
		},
	})
}

// maxByteLengthOption is GetArrayBufferMaxByteLengthOption (25.1.3.7); -1 means empty.
func maxByteLengthOption(a *object.Agent, options object.Value) (int64, error) {
	if !options.IsObject() {
		return -1, nil
	}
	v, err := options.AsObject().Get(a, a.NameKey(nameMaxByteLength))
	if err != nil || v.IsUndefined() {
		return -1, err
	}
	return object.ToIndexElse(a, v, func() error { return a.RangeError("Invalid array buffer max length") })
}

// bufferArguments converts the arguments of the constructors of buffers.
func bufferArguments(c *object.Call, name string) (length, maxLength int64, err error) {
	a := c.Agent
	if c.NewTarget == nil {
		return 0, 0, a.TypeError("Constructor %s requires 'new'", name)
	}
	if length, err = object.ToIndexElse(a, c.Arg(0), func() error { return a.RangeError("Invalid array buffer length") }); err != nil {
		return 0, 0, err
	}
	maxLength, err = maxByteLengthOption(a, c.Arg(1))
	return length, maxLength, err
}

// 25.1.4.1 ArrayBuffer ( length [ , options ] ), https://tc39.es/ecma262/#sec-arraybuffer-length
func arrayBufferConstructor(c *object.Call) (object.Value, error) {
	length, maxLength, err := bufferArguments(c, "ArrayBuffer")
	if err != nil {
		return object.Undefined, err
	}
	o, err := object.AllocateArrayBuffer(c.Agent, c.NewTarget, length, maxLength)
	return object.ObjOrNull(o), err
}

// 25.1.5.1 ArrayBuffer.isView ( arg ), https://tc39.es/ecma262/#sec-arraybuffer.isview
func arrayBufferIsView(c *object.Call) (object.Value, error) {
	return object.Bool(object.TypedArrayOf(c.Arg(0)) != nil || viewOf(c.Arg(0)) != nil), nil
}

// bufferThis returns the payload of the this value, which must be an ArrayBuffer.
func bufferThis(c *object.Call, method string) (*object.ArrayBufferData, error) {
	if b := object.PayloadOf[object.ArrayBufferData](c.This, object.ClassArrayBuffer); b != nil {
		return b, nil
	}
	return nil, c.Agent.TypeError("Method ArrayBuffer.prototype.%s called on incompatible receiver %s", method, c.Agent.Describe(c.This))
}

func detachedBuffer(a *object.Agent, method string) error {
	return a.TypeError("Cannot perform %s on a detached ArrayBuffer", method)
}

// 25.1.6.1 get ArrayBuffer.prototype.byteLength, https://tc39.es/ecma262/#sec-get-arraybuffer.prototype.bytelength
func arrayBufferPrototypeByteLength(c *object.Call) (object.Value, error) {
	b, err := bufferThis(c, "byteLength")
	if err != nil {
		return object.Undefined, err
	}
	return object.IntN(b.ByteLength()), nil
}

// 25.1.6.3 get ArrayBuffer.prototype.detached, https://tc39.es/ecma262/#sec-get-arraybuffer.prototype.detached
func arrayBufferPrototypeDetached(c *object.Call) (object.Value, error) {
	b, err := bufferThis(c, "detached")
	return object.Bool(err == nil && b.Detached), err
}

// 25.1.6.4 get ArrayBuffer.prototype.maxByteLength, https://tc39.es/ecma262/#sec-get-arraybuffer.prototype.maxbytelength
func arrayBufferPrototypeMaxByteLength(c *object.Call) (object.Value, error) {
	b, err := bufferThis(c, "maxByteLength")
	switch {
	case err != nil:
		return object.Undefined, err
	case b.Detached:
		return object.Int(0), nil
	case b.IsFixedLength():
		return object.IntN(b.ByteLength()), nil
	}
	return object.IntN(b.MaxByteLength), nil
}

// 25.1.6.5 get ArrayBuffer.prototype.resizable, https://tc39.es/ecma262/#sec-get-arraybuffer.prototype.resizable
func arrayBufferPrototypeResizable(c *object.Call) (object.Value, error) {
	b, err := bufferThis(c, "resizable")
	return object.Bool(err == nil && !b.IsFixedLength()), err
}

// 25.1.6.6 ArrayBuffer.prototype.resize ( newLength ), https://tc39.es/ecma262/#sec-arraybuffer.prototype.resize
func arrayBufferPrototypeResize(c *object.Call) (object.Value, error) {
	a := c.Agent
	b, err := bufferThis(c, "resize")
	if err != nil {
		return object.Undefined, err
	}
	if b.IsFixedLength() {
		return object.Undefined, a.TypeError("Method ArrayBuffer.prototype.resize called on incompatible receiver %s", a.Describe(c.This))
	}
	invalid := func() error { return a.RangeError("ArrayBuffer.prototype.resize: Invalid length parameter") }
	n, err := object.ToIndexElse(a, c.Arg(0), invalid)
	switch {
	case err != nil:
		return object.Undefined, err
	case b.Detached:
		return object.Undefined, detachedBuffer(a, "ArrayBuffer.prototype.resize")
	case n > int64(b.MaxByteLength):
		return object.Undefined, invalid()
	}
	return object.Undefined, b.Resize(a, int(n))
}

// relative resolves a relative index into n bytes.
func relative(a *object.Agent, v object.Value, n int64) (int64, error) {
	f, err := object.ToIntegerOrInfinity(a, v)
	if err != nil {
		return 0, err
	}
	if f < 0 {
		return int64(max(f+float64(n), 0)), nil
	}
	return int64(min(f, float64(n))), nil
}

// sliceRange is the steps of both slice methods about their arguments.
func sliceRange(c *object.Call, n int) (first, length int, err error) {
	from, err := relative(c.Agent, c.Arg(0), int64(n))
	if err != nil {
		return 0, 0, err
	}
	final := int64(n)
	if !c.Arg(1).IsUndefined() {
		if final, err = relative(c.Agent, c.Arg(1), int64(n)); err != nil {
			return 0, 0, err
		}
	}
	return int(from), int(max(final-from, 0)), nil
}

// 25.1.6.7 ArrayBuffer.prototype.slice ( start, end ), https://tc39.es/ecma262/#sec-arraybuffer.prototype.slice
func arrayBufferPrototypeSlice(c *object.Call) (object.Value, error) {
	const method = "ArrayBuffer.prototype.slice"
	a := c.Agent
	b, err := bufferThis(c, "slice")
	if err != nil {
		return object.Undefined, err
	}
	if b.Detached {
		return object.Undefined, detachedBuffer(a, method)
	}
	first, length, err := sliceRange(c, b.ByteLength())
	if err != nil {
		return object.Undefined, err
	}
	ctor, err := object.SpeciesConstructor(a, c.This.AsObject(), object.IntrinsicArrayBuffer)
	if err != nil {
		return object.Undefined, err
	}
	o, err := a.Construct(ctor, nil, object.IntN(length))
	if err != nil {
		return object.Undefined, err
	}
	to := object.PayloadOf[object.ArrayBufferData](object.ObjOrNull(o), object.ClassArrayBuffer)
	switch {
	case to == nil:
		return object.Undefined, a.TypeError("Method %s called on incompatible receiver %s", method, a.Describe(object.ObjOrNull(o)))
	case to.Detached:
		return object.Undefined, detachedBuffer(a, method)
	case to == b:
		return object.Undefined, a.TypeError("ArrayBuffer subclass returned this from species constructor")
	case to.ByteLength() < length:
		return object.Undefined, a.TypeError("Species constructor returned a too small ArrayBuffer")
	case to.Immutable:
		return object.Undefined, object.ImmutableBufferError(a, method)
	case b.Detached:
		return object.Undefined, detachedBuffer(a, method)
	}
	if n := min(length, b.ByteLength()-first); n > 0 {
		err = object.CopyBytes(a, to, 0, b, first, n)
	}
	return object.Obj(o), err
}

// 25.1.6.8 ArrayBuffer.prototype.transfer ( [ newLength ] ), https://tc39.es/ecma262/#sec-arraybuffer.prototype.transfer
func arrayBufferPrototypeTransfer(c *object.Call) (object.Value, error) {
	return copyAndDetach(c, "transfer", keepsResizability)
}

// 25.1.6.9 ArrayBuffer.prototype.transferToFixedLength ( [ newLength ] ), https://tc39.es/ecma262/#sec-arraybuffer.prototype.transfertofixedlength
func arrayBufferPrototypeTransferToFixedLength(c *object.Call) (object.Value, error) {
	return copyAndDetach(c, "transferToFixedLength", becomesFixedLength)
}

// transferMode is what becomes of a buffer's resizability.
type transferMode uint8

const (
	keepsResizability transferMode = iota
	becomesFixedLength
	becomesImmutable
)

// copyAndDetach is ArrayBufferCopyAndDetach (25.1.3.3), https://tc39.es/ecma262/#sec-arraybuffercopyanddetach
func copyAndDetach(c *object.Call, method string, mode transferMode) (object.Value, error) {
	a := c.Agent
	b, err := bufferThis(c, method)
	if err != nil {
		return object.Undefined, err
	}
	n := int64(b.ByteLength())
	if !c.Arg(0).IsUndefined() {
		if n, err = object.ToIndex(a, c.Arg(0)); err != nil {
			return object.Undefined, err
		}
	}
	if b.Detached {
		return object.Undefined, detachedBuffer(a, "ArrayBuffer.prototype."+method)
	}
	if b.Immutable {
		return object.Undefined, object.ImmutableBufferError(a, "ArrayBuffer.prototype."+method)
	}
	maxLength := -1
	if mode == keepsResizability && !b.IsFixedLength() {
		maxLength = b.MaxByteLength
	}
	if !b.DetachKey.IsUndefined() {
		return object.Undefined, a.TypeError("Cannot perform ArrayBuffer.prototype.%s on an ArrayBuffer with a different detach key", method)
	}
	if maxLength >= 0 && n > int64(maxLength) {
		return object.Undefined, a.RangeError("Invalid array buffer length")
	}
	proto := c.Intrinsic(object.IntrinsicArrayBufferPrototype)
	data := b.Data
	if int(n) != len(data) {
		// OPT: data of the same length changes hands without a copy.
		if data, err = object.CreateByteDataBlock(a, n); err != nil {
			return object.Undefined, err
		}
		copy(data, b.Data)
	}
	o := object.Obj(a.NewArrayBuffer(proto, data, maxLength))
	if mode == becomesImmutable {
		o = newImmutable(c, data)
	}
	return o, object.DetachArrayBuffer(a, b, object.Undefined)
}
