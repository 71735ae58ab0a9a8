package object

import (
	"math"
	"math/big"
	"unsafe"

	"github.com/burrowjs/burrow/internal/jstring"
)

// Value is an ECMAScript language value (clause 6.1) or one of the engine's
// internal markers (holes, uninitialised bindings, lazy slots).
//
// bits alone decides the type: doubles are stored as they are, everything else
// lives in the NaN space from 0xFFF9<<48 up. ref is what the garbage collector
// sees; it is meaningful only when the tag says object, string, symbol or
// bigint, and may be stale otherwise in registers. Stores into the heap go
// through SetHeap or a full assignment of a clean Value, so that no dead
// object is kept alive by a number that replaced it.
//
// A zero Value is +0, not undefined. Values must not be compared with ==.
type Value struct {
	ref  unsafe.Pointer
	bits uint64
}

const (
	tagShift = 48

	tagInternal  uint64 = 0xFFF9 << tagShift
	tagBoolean   uint64 = 0xFFFA << tagShift
	tagNullish   uint64 = 0xFFFB << tagShift
	tagObject    uint64 = 0xFFFC << tagShift
	tagString    uint64 = 0xFFFD << tagShift
	tagSymBigInt uint64 = 0xFFFE << tagShift
	tagInt32     uint64 = 0xFFFF << tagShift

	bitsUndefined = tagNullish
	bitsNull      = tagNullish | 1
	bitsFalse     = tagBoolean
	bitsTrue      = tagBoolean | 1
	bitsSymbol    = tagSymBigInt
	bitsBigInt    = tagSymBigInt | 1

	bitsNaN uint64 = 0x7FF8 << tagShift
)

// Kinds of internal markers, in the low bits of tagInternal values.
const (
	internalHole      = iota // absent array element
	internalTDZ              // uninitialised binding
	internalEmpty            // no value (completion records, deleted slots)
	internalLazy             // property of an intrinsic not made yet; bits 8.. are its index
	internalStack            // the stack property of an error, not rendered yet
	internalCaller           // caller of a sloppy function: what is running decides
	internalArguments        // arguments of a sloppy function, likewise
)

// The constant values.
var (
	Undefined = Value{bits: bitsUndefined}
	Null      = Value{bits: bitsNull}
	True      = Value{bits: bitsTrue}
	False     = Value{bits: bitsFalse}
	NaN       = Value{bits: bitsNaN}

	// Hole marks an absent array element, TDZ an uninitialised binding, Empty
	// the absence of a value. Scripts never see them.
	Hole  = Value{bits: tagInternal | internalHole}
	TDZ   = Value{bits: tagInternal | internalTDZ}
	Empty = Value{bits: tagInternal | internalEmpty}
)

// Bool returns the Boolean value b.
func Bool(b bool) Value {
	if b {
		return True
	}
	return False
}

// Int returns the Number i.
func Int(i int32) Value { return Value{bits: tagInt32 | uint64(uint32(i))} }

// Float returns the Number f without trying the int32 form.
func Float(f float64) Value {
	if f != f {
		return NaN
	}
	return Value{bits: math.Float64bits(f)}
}

// Number returns the Number f, as int32 if it is one and not -0.
func Number(f float64) Value {
	if i := int32(f); float64(i) == f && (i != 0 || math.Float64bits(f) == 0) {
		return Int(i)
	}
	return Float(f)
}

// IntN returns the Number n; beyond 2^53 it is rounded.
func IntN(n int) Value {
	if i := int32(n); int(i) == n {
		return Int(i)
	}
	return Float(float64(n))
}

// Str returns the String value s.
func Str(s *jstring.String) Value { return Value{unsafe.Pointer(s), tagString} }

// StrGo returns the String value with the text of s (UTF-8).
func StrGo(s string) Value { return Str(jstring.FromGo(s)) }

// Obj returns the Object value o, which is not nil.
func Obj(o *Object) Value { return Value{unsafe.Pointer(o), tagObject} }

// ObjOrNull returns o, or null if o is nil.
func ObjOrNull(o *Object) Value {
	if o == nil {
		return Null
	}
	return Obj(o)
}

// Sym returns the Symbol value s.
func Sym(s *Symbol) Value { return Value{unsafe.Pointer(s), bitsSymbol} }

// BigInt returns the BigInt value b, which must not be changed afterwards.
func BigInt(b *big.Int) Value { return Value{unsafe.Pointer(b), bitsBigInt} }

// Type tests.

func (v Value) IsUndefined() bool { return v.bits == bitsUndefined }
func (v Value) IsNull() bool      { return v.bits == bitsNull }
func (v Value) IsNullish() bool   { return v.bits&^1 == tagNullish }
func (v Value) IsBool() bool      { return v.bits&^1 == tagBoolean }
func (v Value) IsTrue() bool      { return v.bits == bitsTrue }
func (v Value) IsInt() bool       { return v.bits >= tagInt32 }
func (v Value) IsFloat() bool     { return v.bits < tagInternal }
func (v Value) IsNumber() bool    { return v.bits < tagInternal || v.bits >= tagInt32 }
func (v Value) IsString() bool    { return v.bits == tagString }
func (v Value) IsObject() bool    { return v.bits == tagObject }
func (v Value) IsSymbol() bool    { return v.bits == bitsSymbol }
func (v Value) IsBigInt() bool    { return v.bits == bitsBigInt }

// IsHeap reports whether ref is meaningful.
func (v Value) IsHeap() bool { return v.bits-tagObject < tagInt32-tagObject }

// IsInternal reports whether v is one of the engine's markers.
func (v Value) IsInternal() bool { return v.bits>>tagShift == tagInternal>>tagShift }

func (v Value) IsHole() bool  { return v.bits == Hole.bits }
func (v Value) IsTDZ() bool   { return v.bits == TDZ.bits }
func (v Value) IsEmpty() bool { return v.bits == Empty.bits }

// Accessors; the caller has tested the type.

func (v Value) AsBool() bool              { return v.bits&1 != 0 }
func (v Value) AsInt() int32              { return int32(uint32(v.bits)) }
func (v Value) AsFloat() float64          { return math.Float64frombits(v.bits) }
func (v Value) AsString() *jstring.String { return (*jstring.String)(v.ref) }
func (v Value) AsObject() *Object         { return (*Object)(v.ref) }
func (v Value) AsSymbol() *Symbol         { return (*Symbol)(v.ref) }
func (v Value) AsBigInt() *big.Int        { return (*big.Int)(v.ref) }

// AsNumber returns the float64 of a Number in either form.
func (v Value) AsNumber() float64 {
	if v.IsInt() {
		return float64(v.AsInt())
	}
	return v.AsFloat()
}

// ObjectOrNil returns the object of v, or nil if v is not an object.
func (v Value) ObjectOrNil() *Object {
	if v.IsObject() {
		return (*Object)(v.ref)
	}
	return nil
}

// Clean returns v without a stale reference, fit to be stored in the heap.
func (v Value) Clean() Value {
	if !v.IsHeap() {
		v.ref = nil
	}
	return v
}

// SetHeap stores v in a slot, element or box. It writes ref only when it
// changes, which spares a write barrier for numbers over numbers.
func (dst *Value) SetHeap(v Value) {
	if v.IsHeap() {
		*dst = v
		return
	}
	dst.bits = v.bits
	if dst.ref != nil {
		dst.ref = nil
	}
}

// Bits returns the word that decides the type, for the interpreter loop.
func (v Value) Bits() uint64 { return v.bits }

// Ref returns the word the garbage collector sees, for the interpreter loop.
func (v Value) Ref() unsafe.Pointer { return v.ref }
