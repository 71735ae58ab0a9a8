package object

import (
	"encoding/binary"
	"math"
	"math/big"
	"unsafe"
)

// ElementType is the type of the elements of a typed array (table 71).
type ElementType uint8

const (
	TypeInt8 ElementType = iota
	TypeUint8
	TypeUint8C
	TypeInt16
	TypeUint16
	TypeInt32
	TypeUint32
	TypeBigInt64
	TypeBigUint64
	TypeFloat16
	TypeFloat32
	TypeFloat64
	ElementTypes // their number
)

var elementTypes = [ElementTypes]struct {
	name string
	size int
}{
	{"Int8Array", 1}, {"Uint8Array", 1}, {"Uint8ClampedArray", 1}, {"Int16Array", 2}, {"Uint16Array", 2}, {"Int32Array", 4},
	{"Uint32Array", 4}, {"BigInt64Array", 8}, {"BigUint64Array", 8}, {"Float16Array", 2}, {"Float32Array", 4}, {"Float64Array", 8},
}

// Name returns the name of the constructor.
func (t ElementType) Name() string { return elementTypes[t].name }

// Size returns the number of bytes of an element.
func (t ElementType) Size() int { return elementTypes[t].size }

// IsBigInt reports whether the content type is BigInt.
func (t ElementType) IsBigInt() bool { return t == TypeBigInt64 || t == TypeBigUint64 }

// TypedArrayData is the payload of typed arrays.
//
// The interpreter's fast path for element i of an object of KindTypedArray, when
// AutoLength is false: if End <= len(Buffer.Data) and i < FixedLength, the
// element is at Buffer.Data[Offset+i*size:], little-endian. Detaching, shrinking
// out of bounds and sharing all make the first test fail (a shared buffer has
// no Data, and its typed arrays have an End above 0 or no elements). Writes
// also ask that Buffer.Immutable is false. Everything else takes Get and Set.
type TypedArrayData struct {
	Buffer       *ArrayBufferData
	Offset       int // [[ByteOffset]]
	FixedLength  int // [[ArrayLength]] unless AutoLength
	End          int // Offset + FixedLength*size
	Type         ElementType
	AutoLength   bool // the length follows the buffer's
	BufferObject *Object
}

// ClassTypedArray is the class of typed arrays (10.4.5), of all element types.
var ClassTypedArray = &Class{Name: "TypedArray", Kind: KindTypedArray}

func init() {
	c := ClassTypedArray
	c.PreventExtensions = typedArrayPreventExtensions
	c.GetOwnProperty = typedArrayGetOwnProperty
	c.HasProperty = typedArrayHasProperty
	c.DefineOwnProperty = typedArrayDefineOwnProperty
	c.Get = typedArrayGet
	c.CacheNamed = func(a *Agent, k PropertyKey) bool {
		_, numeric := CanonicalNumericIndexString(k)
		return !numeric
	}
	c.Set = typedArraySet
	c.Delete = typedArrayDelete
	c.OwnPropertyKeys = typedArrayOwnPropertyKeys
	c.Trace = func(o *Object, v Visitor) { v.Object((*TypedArrayData)(o.ext).BufferObject) }
	c.Size = func(o *Object) int { return int(unsafe.Sizeof(TypedArrayData{})) }
}

type typedArrayObject struct {
	Object
	data TypedArrayData
}

// NewTypedArray returns a typed array over a buffer. length is in elements; -1
// makes it follow the buffer's.
func (a *Agent) NewTypedArray(t ElementType, proto, buffer *Object, offset, length int) *Object {
	x := &typedArrayObject{}
	x.shape = a.rootShape(ClassTypedArray, proto)
	x.flags = uint64(KindTypedArray) | flagExtensible
	x.ext = unsafe.Pointer(&x.data)
	x.data = TypedArrayData{Buffer: (*ArrayBufferData)(buffer.ext), BufferObject: buffer, Type: t, Offset: offset,
		FixedLength: max(length, 0), End: offset + max(length, 0)*t.Size(), AutoLength: length < 0}
	return &x.Object
}

// TypedArrayOf returns the payload of v if it is a typed array, else nil.
func TypedArrayOf(v Value) *TypedArrayData { return PayloadOf[TypedArrayData](v, ClassTypedArray) }

// OutOfBounds is IsTypedArrayOutOfBounds (10.4.5.14).
func (t *TypedArrayData) OutOfBounds() bool {
	if t.Buffer.Detached {
		return true
	}
	n := t.Buffer.ByteLength()
	if t.AutoLength {
		return t.Offset > n
	}
	return t.End > n
}

// IsTypedArrayOutOfBounds is 10.4.5.14, https://tc39.es/ecma262/#sec-istypedarrayoutofbounds
func IsTypedArrayOutOfBounds(t *TypedArrayData) bool { return t.OutOfBounds() }

// TypedArrayLength is 10.4.5.13, https://tc39.es/ecma262/#sec-typedarraylength ; out of bounds it is 0.
func TypedArrayLength(t *TypedArrayData) int { return t.Length() }

// Length returns the current number of elements, 0 out of bounds.
func (t *TypedArrayData) Length() int {
	n := t.Buffer.ByteLength()
	if !t.AutoLength {
		if t.End > n || t.Buffer.Detached {
			return 0
		}
		return t.FixedLength
	}
	return max(n-t.Offset, 0) / t.Type.Size()
}

// TypedArrayByteLength is 10.4.5.12, https://tc39.es/ecma262/#sec-typedarraybytelength
func TypedArrayByteLength(t *TypedArrayData) int { return t.Length() * t.Type.Size() }

// IsFixedLength is IsTypedArrayFixedLength (10.4.5.15).
func (t *TypedArrayData) IsFixedLength() bool {
	return !t.AutoLength && (t.Buffer.IsFixedLength() || t.Buffer.Shared != nil)
}

// Bytes returns the bytes of the elements of an array whose buffer is not
// shared; nil out of bounds. They are valid until script runs.
func (t *TypedArrayData) Bytes() []byte {
	if t.Buffer.Shared != nil {
		return nil
	}
	n := t.Length() * t.Type.Size()
	if n == 0 {
		return nil
	}
	return t.Buffer.Data[t.Offset : t.Offset+n]
}

// validIndex is IsValidIntegerIndex (10.4.5.10).
func (t *TypedArrayData) validIndex(f float64) (int, bool) {
	if !(f >= 0 && f < float64(t.Length())) || math.Trunc(f) != f || f == 0 && math.Signbit(f) {
		return 0, false
	}
	return int(f), true
}

// Get returns element i, which is below Length.
func (t *TypedArrayData) Get(i int) Value {
	if t.Buffer.Shared != nil {
		size := t.Type.Size()
		return ValueOfRaw(t.Type, t.Buffer.Shared.Load(t.Offset+i*size, size))
	}
	d := t.Buffer.Data[t.Offset:]
	switch t.Type {
	case TypeInt8:
		return Int(int32(int8(d[i])))
	case TypeUint8, TypeUint8C:
		return Int(int32(d[i]))
	case TypeInt16:
		return Int(int32(int16(binary.LittleEndian.Uint16(d[2*i:]))))
	case TypeUint16:
		return Int(int32(binary.LittleEndian.Uint16(d[2*i:])))
	case TypeInt32:
		return Int(int32(binary.LittleEndian.Uint32(d[4*i:])))
	case TypeFloat64:
		return Number(math.Float64frombits(binary.LittleEndian.Uint64(d[8*i:])))
	}
	return ValueOfRaw(t.Type, loadRaw(d, i, t.Type.Size()))
}

// loadRaw reads element i of a buffer of elements of the given size.
func loadRaw(d []byte, i, size int) uint64 {
	switch size {
	case 1:
		return uint64(d[i])
	case 2:
		return uint64(binary.LittleEndian.Uint16(d[2*i:]))
	case 4:
		return uint64(binary.LittleEndian.Uint32(d[4*i:]))
	}
	return binary.LittleEndian.Uint64(d[8*i:])
}

// PutRaw stores the bytes of element i, which is below Length.
func (t *TypedArrayData) PutRaw(i int, raw uint64) {
	size := t.Type.Size()
	if t.Buffer.Shared != nil {
		t.Buffer.Shared.Store(t.Offset+i*size, size, raw)
		return
	}
	d := t.Buffer.Data[t.Offset:]
	switch size {
	case 1:
		d[i] = byte(raw)
	case 2:
		binary.LittleEndian.PutUint16(d[2*i:], uint16(raw))
	case 4:
		binary.LittleEndian.PutUint32(d[4*i:], uint32(raw))
	default:
		binary.LittleEndian.PutUint64(d[8*i:], raw)
	}
}

// ValueOfRaw is RawBytesToNumeric (25.1.3.14) of the low bytes of raw.
func ValueOfRaw(t ElementType, raw uint64) Value {
	switch t {
	case TypeInt8:
		return Int(int32(int8(raw)))
	case TypeUint8, TypeUint8C:
		return Int(int32(uint8(raw)))
	case TypeInt16:
		return Int(int32(int16(raw)))
	case TypeUint16:
		return Int(int32(uint16(raw)))
	case TypeInt32:
		return Int(int32(raw))
	case TypeUint32:
		return Number(float64(uint32(raw)))
	case TypeBigInt64:
		return BigInt(big.NewInt(int64(raw)))
	case TypeBigUint64:
		return BigInt(new(big.Int).SetUint64(raw))
	case TypeFloat16:
		return Number(Float16FromBits(uint16(raw)))
	case TypeFloat32:
		return Number(float64(math.Float32frombits(uint32(raw))))
	}
	return Number(math.Float64frombits(raw))
}

// RawOfNumber is NumericToRawBytes (25.1.3.16) of a Number.
func RawOfNumber(t ElementType, f float64) uint64 {
	if f != f {
		f = math.Float64frombits(bitsNaN) // of all NaNs always the same bytes
	}
	switch t {
	case TypeFloat64:
		return math.Float64bits(f)
	case TypeFloat32:
		return uint64(math.Float32bits(float32(f)))
	case TypeFloat16:
		return uint64(Float16Bits(f))
	case TypeUint8C:
		return uint64(Uint8ClampOfFloat(f))
	}
	return uint64(Uint32OfFloat(f))
}

// RawOf converts v as an assignment to an element of type t does and returns
// the bytes: ToNumber or ToBigInt, which may run script, then NumericToRawBytes.
func RawOf(a *Agent, t ElementType, v Value) (uint64, error) {
	if t.IsBigInt() {
		return ToBigUint64(a, v)
	}
	if v.IsInt() && t < TypeBigInt64 && t != TypeUint8C {
		return uint64(uint32(v.AsInt())), nil
	}
	f, err := ToNumber(a, v)
	if err != nil {
		return 0, err
	}
	return RawOfNumber(t, f), nil
}

// TypedArraySetElement is 10.4.5.17, https://tc39.es/ecma262/#sec-typedarraysetelement
func TypedArraySetElement(a *Agent, t *TypedArrayData, index float64, v Value) error {
	raw, err := RawOf(a, t.Type, v)
	if err != nil {
		return err
	}
	if i, ok := t.validIndex(index); ok && !t.Buffer.Immutable {
		t.PutRaw(i, raw)
	}
	return nil
}

// TypedArrayGetElement is 10.4.5.16, https://tc39.es/ecma262/#sec-typedarraygetelement
func TypedArrayGetElement(t *TypedArrayData, index float64) Value {
	if i, ok := t.validIndex(index); ok {
		return t.Get(i)
	}
	return Undefined
}
