package structured

import (
	"github.com/burrowjs/burrow/object"
)

func init() {
	object.DefineIntrinsic(object.IntrinsicSharedArrayBuffer, object.Spec{
		Fn: sharedArrayBufferConstructor, Name: "SharedArrayBuffer", Length: 1, Constructor: true,
		Props: []object.Prop{
			object.FixedRef("prototype", object.IntrinsicSharedArrayBufferPrototype),
			object.SpeciesGetter(),
		},
	})
	object.DefineIntrinsic(object.IntrinsicSharedArrayBufferPrototype, object.Spec{
		Props: []object.Prop{
			object.Ref("constructor", object.IntrinsicSharedArrayBuffer),
			object.Getter("byteLength", sharedArrayBufferPrototypeByteLength),
			object.Method("slice", 2, sharedArrayBufferPrototypeSlice),
			object.Getter("maxByteLength", sharedArrayBufferPrototypeMaxByteLength),
			object.Getter("growable", sharedArrayBufferPrototypeGrowable),
			object.Method("grow", 1, sharedArrayBufferPrototypeGrow),
			object.ToStringTag("SharedArrayBuffer"),
		},
	})
}

// 25.2.3.1 SharedArrayBuffer ( length [ , options ] ), https://tc39.es/ecma262/#sec-sharedarraybuffer-length
func sharedArrayBufferConstructor(c *object.Call) (object.Value, error) {
	a := c.Agent
	length, maxLength, err := bufferArguments(c, "SharedArrayBuffer")
	if err != nil {
		return object.Undefined, err
	}
	if maxLength >= 0 && length > maxLength {
		return object.Undefined, a.RangeError("Invalid array buffer max length")
	}
	proto, err := object.GetPrototypeFromConstructor(a, c.NewTarget, object.IntrinsicSharedArrayBufferPrototype)
	if err != nil {
		return object.Undefined, err
	}
	block, err := object.NewSharedBlock(a, length, maxLength)
	if err != nil {
		return object.Undefined, err
	}
	return object.Obj(a.NewSharedArrayBuffer(proto, block)), nil
}

// sharedThis returns the payload of the this value, which must be a SharedArrayBuffer.
func sharedThis(c *object.Call, method string) (*object.ArrayBufferData, error) {
	if b := object.PayloadOf[object.ArrayBufferData](c.This, object.ClassSharedArrayBuffer); b != nil {
		return b, nil
	}
	return nil, c.Agent.TypeError("Method SharedArrayBuffer.prototype.%s called on incompatible receiver %s", method, c.Agent.Describe(c.This))
}

// 25.2.5.1 get SharedArrayBuffer.prototype.byteLength, https://tc39.es/ecma262/#sec-get-sharedarraybuffer.prototype.bytelength
func sharedArrayBufferPrototypeByteLength(c *object.Call) (object.Value, error) {
	b, err := sharedThis(c, "byteLength")
	if err != nil {
		return object.Undefined, err
	}
	return object.IntN(b.ByteLength()), nil
}

// 25.2.5.3 SharedArrayBuffer.prototype.grow ( newLength ), https://tc39.es/ecma262/#sec-sharedarraybuffer.prototype.grow
func sharedArrayBufferPrototypeGrow(c *object.Call) (object.Value, error) {
	a := c.Agent
	b, err := sharedThis(c, "grow")
	if err != nil {
		return object.Undefined, err
	}
	if b.IsFixedLength() {
		return object.Undefined, a.TypeError("Method SharedArrayBuffer.prototype.grow called on incompatible receiver %s", a.Describe(c.This))
	}
	n, err := object.ToIndexElse(a, c.Arg(0), func() error {
		return a.RangeError("SharedArrayBuffer.prototype.grow: Invalid length parameter")
	})
	if err != nil {
		return object.Undefined, err
	}
	for {
		current := b.Shared.Len()
		if n == int64(current) {
			return object.Undefined, nil
		}
		if n < int64(current) || n > int64(b.MaxByteLength) {
			return object.Undefined, a.RangeError("SharedArrayBuffer.prototype.grow: Invalid length parameter")
		}
		if b.Shared.Grow(current, int(n)) {
			return object.Undefined, nil
		}
	}
}

// 25.2.5.4 get SharedArrayBuffer.prototype.growable, https://tc39.es/ecma262/#sec-get-sharedarraybuffer.prototype.growable
func sharedArrayBufferPrototypeGrowable(c *object.Call) (object.Value, error) {
	b, err := sharedThis(c, "growable")
	return object.Bool(err == nil && !b.IsFixedLength()), err
}

// 25.2.5.5 get SharedArrayBuffer.prototype.maxByteLength, https://tc39.es/ecma262/#sec-get-sharedarraybuffer.prototype.maxbytelength
func sharedArrayBufferPrototypeMaxByteLength(c *object.Call) (object.Value, error) {
	b, err := sharedThis(c, "maxByteLength")
	if err != nil {
		return object.Undefined, err
	}
	if b.IsFixedLength() {
		return object.IntN(b.ByteLength()), nil
	}
	return object.IntN(b.MaxByteLength), nil
}

// 25.2.5.6 SharedArrayBuffer.prototype.slice ( start, end ), https://tc39.es/ecma262/#sec-sharedarraybuffer.prototype.slice
func sharedArrayBufferPrototypeSlice(c *object.Call) (object.Value, error) {
	a := c.Agent
	b, err := sharedThis(c, "slice")
	if err != nil {
		return object.Undefined, err
	}
	first, length, err := sliceRange(c, b.ByteLength())
	if err != nil {
		return object.Undefined, err
	}
	ctor, err := object.SpeciesConstructor(a, c.This.AsObject(), object.IntrinsicSharedArrayBuffer)
	if err != nil {
		return object.Undefined, err
	}
	o, err := a.Construct(ctor, nil, object.IntN(length))
	if err != nil {
		return object.Undefined, err
	}
	to := object.PayloadOf[object.ArrayBufferData](object.ObjOrNull(o), object.ClassSharedArrayBuffer)
	switch {
	case to == nil:
		return object.Undefined, a.TypeError("Method SharedArrayBuffer.prototype.slice called on incompatible receiver %s", a.Describe(object.ObjOrNull(o)))
	case to.Shared == b.Shared:
		return object.Undefined, a.TypeError("SharedArrayBuffer subclass returned this from species constructor")
	case to.ByteLength() < length:
		return object.Undefined, a.TypeError("Species constructor returned a too small SharedArrayBuffer")
	}
	return object.Obj(o), object.CopyBytes(a, to, 0, b, first, length)
}
