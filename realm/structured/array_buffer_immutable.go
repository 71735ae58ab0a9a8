package structured

import "github.com/burrowjs/burrow/object"

// get ArrayBuffer.prototype.immutable, https://tc39.es/proposal-immutable-arraybuffer/#sec-get-arraybuffer.prototype.immutable
func arrayBufferPrototypeImmutable(c *object.Call) (object.Value, error) {
	b, err := bufferThis(c, "immutable")
	return object.Bool(err == nil && b.Immutable), err
}

// ArrayBuffer.prototype.transferToImmutable ( [ newLength ] ), https://tc39.es/proposal-immutable-arraybuffer/#sec-arraybuffer.prototype.transfertoimmutable
func arrayBufferPrototypeTransferToImmutable(c *object.Call) (object.Value, error) {
	return copyAndDetach(c, "transferToImmutable", becomesImmutable)
}

// ArrayBuffer.prototype.sliceToImmutable ( start, end ), https://tc39.es/proposal-immutable-arraybuffer/#sec-arraybuffer.prototype.slicetoimmutable
func arrayBufferPrototypeSliceToImmutable(c *object.Call) (object.Value, error) {
	const method = "ArrayBuffer.prototype.sliceToImmutable"
	a := c.Agent
	b, err := bufferThis(c, "sliceToImmutable")
	if err != nil {
		return object.Undefined, err
	}
	if b.Detached {
		return object.Undefined, detachedBuffer(a, method)
	}
	first, length, err := sliceRange(c, b.ByteLength())
	switch {
	case err != nil:
		return object.Undefined, err
	case b.Detached:
		return object.Undefined, detachedBuffer(a, method)
	case b.ByteLength() < first+length:
		return object.Undefined, a.RangeError("Invalid array buffer length")
	}
	data, err := object.CreateByteDataBlock(a, int64(length))
	if err != nil {
		return object.Undefined, err
	}
	copy(data, b.Data[first:])
	return newImmutable(c, data), nil
}

// newImmutable is AllocateImmutableArrayBuffer, https://tc39.es/proposal-immutable-arraybuffer/#sec-allocateimmutablearraybuffer ,
// over data of which nobody else knows.
func newImmutable(c *object.Call, data []byte) object.Value {
	o := c.Agent.NewArrayBuffer(c.Intrinsic(object.IntrinsicArrayBufferPrototype), data, -1)
	object.Payload[object.ArrayBufferData](o).Immutable = true
	return object.Obj(o)
}
